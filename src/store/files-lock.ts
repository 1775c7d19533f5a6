// A lock by a file that only one can make: whoever changes one object under a condition waits for whoever does so before.
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FileAccess } from './file-access.ts';

/** After that its owner is taken for dead, in ms: what is done under a lock takes a thousandth of it, and on a slow line a tenth. */
const LEASE = 20_000;

/** In ms. */
const SHORTEST_WAIT = 2;
const LONGEST_WAIT = 200;

/** All of them hold a lock for its whole lease, and die: no more of them than that. */
const PATIENCE = 5 * LEASE;

/** Somebody held it all the time. */
export const NEVER_FREE = Symbol('never free');

export interface Lock {
  /** Whether nobody took it over: asked last before what was locked is changed. */
  isHeld(): Promise<boolean>;
}

/**
 * Runs the action when it holds the lock at `path`, whose folder has to be there. `now` is the file system's own clock, in ms, as its files
 * tell it: this machine's may be another.
 */
export async function withLock<T>(
  access: FileAccess,
  path: string,
  now: number,
  action: (lock: Lock) => Promise<T>,
): Promise<T | typeof NEVER_FREE> {
  const token = randomUUID();
  if (!(await acquire(access, path, token, now))) return NEVER_FREE;
  const isHeld = async (): Promise<boolean> => (await access.read(path))?.toString() === token;
  try {
    return await action({ isHeld });
  } finally {
    if (await isHeld()) await access.remove(path);
  }
}

async function acquire(access: FileAccess, path: string, token: string, now: number): Promise<boolean> {
  const begun = performance.now();
  for (let wait = SHORTEST_WAIT; ; wait = Math.min(LONGEST_WAIT, wait * 2)) {
    const waited = performance.now() - begun;
    if (await make(access, path, token)) return true;
    const found = await access.look(path);
    if (found !== null && now + waited - found.written > LEASE) await moveAside(access, path, now + waited);
    else if (waited > PATIENCE) return false;
    // Those who wait come at different times.
    else await sleep(wait * (0.5 + Math.random() / 2));
  }
}

/** With its token from the first moment on: an empty lock would be nobody's. */
async function make(access: FileAccess, path: string, token: string): Promise<boolean> {
  const whole = `${path}-${token}`;
  await access.create(whole, pieces(token));
  try {
    const linked = await access.link(whole, path);
    // Where files have one name only, whoever reads an empty lock waits as for any other.
    return (linked === 'unable' ? await access.create(path, pieces(token)) : linked) === 'done';
  } finally {
    await access.remove(whole);
  }
}

/** One whose owner is dead. If somebody was quicker, and the lock is already another's, that one gets it back. */
async function moveAside(access: FileAccess, path: string, now: number): Promise<void> {
  const aside = `${path}-${randomUUID()}`;
  if ((await access.replace(path, aside)) !== 'done') return;
  const moved = await access.look(aside);
  if (moved !== null && now - moved.written <= LEASE) await access.link(aside, path);
  await access.remove(aside);
}

async function* pieces(text: string): AsyncIterable<Uint8Array> {
  yield Buffer.from(text);
}
