// Bytes or text become a short fingerprint, as text or as a number, that is the same on every machine.
import { hash } from 'node:crypto';

/**
 * The first 126 bits of SHA-256 as 21 characters of base64url: short enough for the memory to hold several for each
 * article, long enough that two different inputs never collide (the birthday bound for 10^9 inputs is below 10^-20).
 */
export function hashOf(data: string | Uint8Array): string {
  return firstBits(hash('sha256', data, 'base64url'));
}

/** The same of a whole SHA-256 that was made piece by piece. */
export function firstBits(sha256: string): string {
  return sha256.slice(0, 21);
}

/**
 * The first 53 bits of SHA-256: as many as a JavaScript number holds exactly. For fingerprints that are only compared with an
 * older fingerprint of the same thing, where a change goes unnoticed once in 10^16 cases. Storing and combining numbers
 * costs a tenth of what texts cost.
 */
export function hashNumber(data: string): number {
  const digest = hash('sha256', data, 'buffer');
  return digest.readUIntBE(0, 6) * 32 + (digest[6]! >>> 3);
}

/**
 * A hash number of a short text, in a fraction of the time: FNV-1a's step and a shift that brings high bits down, for each half with a multiplier of its own, and the finish of `mix`. Nobody gains by a
 * text that is made to have another's number.
 */
export function hashShort(text: string): number {
  let low = 0x811c9dc5;
  let high = 0x41c6ce57;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    low = Math.imul(low ^ code ^ (low >>> 15), 0x9e3779b1);
    high = Math.imul(high ^ code ^ (high >>> 13), 0x5f356495);
  }
  return mix((high & 0x1f_ffff) * TWO_TO_32 + (low >>> 0), text.length);
}

const TWO_TO_32 = 0x1_0000_0000;

/**
 * Combines two hash numbers into one; their order counts. It applies the mixing and finishing rounds of MurmurHash3 to both
 * halves. Chained calls give the fingerprint of a list.
 */
export function mix(hash: number, next: number): number {
  // `^` takes the lower 32 bits of each number, and drops the fraction (ECMA-262, ToInt32): `%` and `Math.trunc` would cost several times as much.
  let low = Math.imul(hash ^ next, 0x9e3779b1);
  let high = Math.imul((hash / TWO_TO_32) ^ (next / TWO_TO_32), 0x5f356495);
  low ^= Math.imul(high ^ (high >>> 15), 0x85ebca6b);
  high ^= Math.imul(low ^ (low >>> 13), 0xc2b2ae35);
  low = Math.imul(low ^ (low >>> 16), 0x85ebca6b) ^ Math.imul(high ^ (high >>> 13), 0xc2b2ae35);
  high = Math.imul(high ^ (high >>> 16), 0x85ebca6b) ^ Math.imul(low ^ (low >>> 13), 0xc2b2ae35);
  return (high & 0x1f_ffff) * TWO_TO_32 + (low >>> 0);
}
