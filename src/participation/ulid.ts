// An instant and chance become the id of a comment: a ULID, so that names of files go by time (github.com/ulid/spec).
import { randomInt } from 'node:crypto';
import type { Instant } from '../time/instant.ts';

/** Crockford's Base32: without the letters that are read for others. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

export const ULID = /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/;

/** 48 bits of time in ms, 80 bits of chance; 26 characters. */
export function ulid(now: Instant): string {
  return timeOf(now) + Array.from({ length: 16 }, () => ALPHABET[randomInt(32)]).join('');
}

/** The same with bytes of a hash in the place of chance: of one thing always the same id. Needs 16 bytes. */
export function ulidOf(instant: Instant, bytes: Uint8Array): string {
  return timeOf(instant) + Array.from(bytes.subarray(0, 16), byte => ALPHABET[byte % 32]).join('');
}

function timeOf(now: Instant): string {
  let time = '';
  for (let rest = now; time.length < 10; rest = Math.floor(rest / 32)) time = ALPHABET[rest % 32] + time;
  return time;
}
