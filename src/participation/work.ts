// What a reader's browser calculated before it sent a comment: what it is asked for, and whether it is right. `theme/client/work.ts` calculates it.
import { createHash } from 'node:crypto';
import { MINUTE } from '../time/durations.ts';
import type { Instant } from '../time/instant.ts';
import { giveChallenge, useChallenge } from './challenge.ts';
import type { Store } from './store/store.ts';

/** Several small puzzles take a more even time than one large one. */
const PUZZLES = 8;
/** As bits of all of them together. */
const PUZZLE_BITS = Math.log2(PUZZLES);
/** Who begins to write is given the challenge, and may take that long to finish, in ms. */
const WORK_TIME = 120 * MINUTE;

export interface AskedWork {
  readonly challenge: string;
  readonly puzzles: number;
  /** With how many zero bits the hash of each has to begin. */
  readonly zeros: number;
}

/** @param bits so many times is a hash calculated, as a power of two: 18 take some tenths of a second. */
export async function askWork(
  store: Pick<Store, 'secret'>,
  article: string,
  bits: number,
  now: Instant,
): Promise<AskedWork> {
  const challenge = await giveChallenge(store, purposeOf(article), now);
  return { challenge, puzzles: PUZZLES, zeros: bits - PUZZLE_BITS };
}

/** @param work as a form sends it: the challenge, a colon, and the numbers with commas. From then on it counts no more. */
export async function isWorkDone(
  store: Pick<Store, 'secret' | 'spend'>,
  article: string,
  bits: number,
  work: string,
  now: Instant,
): Promise<boolean> {
  const [, challenge = '', list = ''] = /^([\w-]{1,100}):(\d{1,10}(?:,\d{1,10}){7})$/.exec(work) ?? [];
  const numbers = list.split(',').map(Number);
  const bytes = Buffer.from(challenge, 'base64url');
  if (list === '' || !numbers.every((number, puzzle) => isSolved(bytes, puzzle, number, bits - PUZZLE_BITS)))
    return false;
  return await useChallenge(store, purposeOf(article), challenge, { time: WORK_TIME, now });
}

function isSolved(challenge: Buffer, puzzle: number, number: number, zeros: number): boolean {
  if (number >= 2 ** 32) return false;
  const own = Buffer.alloc(5);
  own.writeUInt8(puzzle);
  own.writeUInt32BE(number, 1);
  return createHash('sha256').update(challenge).update(own).digest().readUInt32BE() < 2 ** (32 - zeros);
}

function purposeOf(article: string): string {
  return `work ${article}`;
}
