// One publisher at a time, and what it is about to change written down before it does: whoever comes after one that was cut off knows where
// to look.
import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ObjectHeaders, ObjectStore } from '../../store/object-store.ts';

/** What stands in a lock. */
export interface Intention {
  /** Who publishes, for whoever has to wait: a machine's name and a process's number. */
  readonly owner: string;
  /** By the owner's clock, in ms: it is alive as long as it puts this off. */
  readonly until: number;
  /** What it will touch; '*' stands for every address. */
  readonly addresses: readonly string[];
}

export interface LockSettings {
  readonly owner: string;
  /** For how long (ms) a publisher that says nothing keeps others waiting. */
  readonly lease: number;
  /** Is told once of whom it waits for. */
  readonly onWait: (owner: string) => void;
  readonly clock: () => number;
}

export interface PublicationLock {
  /** Addresses that publishers were about to change when they were cut off. */
  readonly suspects: readonly string[];
  /** Writes down what is going to change. Throws `LockLost`. */
  announce(addresses: readonly string[]): Promise<void>;
  /** Throws `LockLost` when somebody else took over, since this publisher was silent for too long. */
  check(): Promise<void>;
  /** Lets others publish. What was announced is as it should be, unless `keepSuspects`. */
  release(keepSuspects: boolean): Promise<void>;
}

/** Somebody else publishes now. */
export class LockLost extends Error {}

const HEADERS: ObjectHeaders = { contentType: 'application/json', cacheControl: 'no-store' };

const LOCK_KEY = 'lock';
const TURNS_PREFIX = 'locks/';

/** How often (in parts of the lease) a publisher says that it lives, and a waiting one looks. */
const BEATS = 4;

/** Waits for its turn. */
export async function takeLock(store: ObjectStore, settings: LockSettings): Promise<PublicationLock> {
  return (await store.hasConditions()) ? takeByCondition(store, settings) : takeByTurn(store, settings);
}

/** Or was, and was cut off. */
export async function isAnybodyPublishing(store: ObjectStore): Promise<boolean> {
  if ((await store.look(LOCK_KEY)) !== null) return true;
  for await (const _ of store.list(TURNS_PREFIX)) return true;
  return false;
}

/** Text of a lock to what it says; of one that is damaged, that everything is suspect, and that nobody holds it. */
function readIntention(bytes: Uint8Array): Intention {
  try {
    const { owner, until, addresses } = JSON.parse(Buffer.from(bytes).toString()) as Intention;
    if (typeof owner === 'string' && typeof until === 'number' && Array.isArray(addresses))
      return { owner, until, addresses };
  } catch {
    // As below.
  }
  return { owner: '?', until: 0, addresses: ['*'] };
}

function writeIntention(intention: Intention): Uint8Array {
  return Buffer.from(JSON.stringify(intention));
}

/** Of two that put one object under a condition the store lets one succeed. */
async function takeByCondition(store: ObjectStore, settings: LockSettings): Promise<PublicationLock> {
  const { lease, clock } = settings;
  const own = (addresses: readonly string[]): Intention => ({
    owner: settings.owner,
    until: clock() + lease,
    addresses,
  });
  let seen = { tag: '', since: 0 };
  for (;;) {
    const found = await store.read(LOCK_KEY);
    if (found === null) {
      const tag = await store.put(LOCK_KEY, writeIntention(own([])), HEADERS, { ifAbsent: true });
      if (tag !== null) return heldByCondition(store, settings, tag, []);
      continue;
    }
    const { owner, until, addresses } = readIntention(found.bytes);
    if (seen.tag !== found.tag) seen = { tag: found.tag, since: performance.now() };
    // Its clock may be another than ours: whoever said nothing for a lease as we measure it is gone as well.
    if (until < clock() || performance.now() - seen.since > lease) {
      const tag = await store.put(LOCK_KEY, writeIntention(own(addresses)), HEADERS, { ifTag: found.tag });
      if (tag !== null) return heldByCondition(store, settings, tag, addresses);
      continue;
    }
    settings.onWait(owner);
    await sleep(lease / BEATS / 4);
  }
}

function heldByCondition(
  store: ObjectStore,
  settings: LockSettings,
  firstTag: string,
  suspects: readonly string[],
): PublicationLock {
  let tag = firstTag;
  let addresses = suspects;
  return heldLock(settings, suspects, {
    async write(next) {
      addresses = next ?? addresses;
      const until = settings.clock() + settings.lease;
      const bytes = writeIntention({ owner: settings.owner, until, addresses });
      const newTag = await store.put(LOCK_KEY, bytes, HEADERS, { ifTag: tag });
      if (newTag === null) throw new LockLost(store.place);
      tag = newTag;
    },
    async end(keep) {
      if (!keep) return store.remove([LOCK_KEY]);
      // It is over, and says what nobody has looked at.
      await store.put(LOCK_KEY, writeIntention({ owner: settings.owner, until: 0, addresses }), HEADERS, {
        ifTag: tag,
      });
    },
  });
}

/** Longer than the whole seconds by which stores say when an object was written. */
const SETTLES = 2_500;

interface Turn {
  readonly id: string;
  /** By the store's clock, as all of these. */
  asked: number;
  alive: number;
}

/**
 * Where a store has no conditions, each publisher puts an object, and who asked first by the store's clock is next. Two that ask at the same
 * time see each other after a moment; a store that lists late what was written may still let both go on.
 */
async function takeByTurn(store: ObjectStore, settings: LockSettings): Promise<PublicationLock> {
  const id = `${settings.clock()}-${randomBytes(6).toString('hex')}`;
  const askedKey = (other: string): string => `${TURNS_PREFIX}${other}/asked`;
  const aliveKey = (other: string): string => `${TURNS_PREFIX}${other}/alive`;
  let addresses: readonly string[] = [];
  const write = async (next: readonly string[] | null): Promise<void> => {
    addresses = next ?? addresses;
    const until = settings.clock() + settings.lease;
    await store.put(aliveKey(id), writeIntention({ owner: settings.owner, until, addresses }), HEADERS);
  };
  const remove = (other: string): Promise<void> => store.remove([askedKey(other), aliveKey(other)]);
  await write(null);
  await store.put(askedKey(id), new Uint8Array(), HEADERS);
  const suspects: string[] = [];
  let isSettled = false;
  for (;;) {
    const turns = await turnsIn(store);
    const now = Math.max(...turns.map(({ alive }) => alive));
    const isGone = ({ alive }: Turn): boolean => now - alive > settings.lease;
    for (const gone of turns.filter(turn => turn.id !== id && isGone(turn))) {
      const found = await store.read(aliveKey(gone.id));
      if (found) suspects.push(...readIntention(found.bytes).addresses);
      // Ours says it first, so that nobody forgets it.
      await write([...suspects]);
      await remove(gone.id);
    }
    const first = turns
      .filter(turn => !isGone(turn))
      .sort((a, b) => a.asked - b.asked || (a.id < b.id ? -1 : 1))[0];
    if (first?.id === id && isSettled) break;
    if (first !== undefined && first.id !== id) {
      const found = await store.read(aliveKey(first.id));
      settings.onWait(found ? readIntention(found.bytes).owner : '?');
    }
    await write(null);
    await sleep(Math.max(SETTLES, isSettled ? settings.lease / BEATS / 4 : 0));
    isSettled = true;
  }
  return heldLock(settings, suspects, {
    write,
    async end(keep) {
      if (!keep) return remove(id);
      // The next one takes what is left here over once the lease is over.
    },
  });
}

async function turnsIn(store: ObjectStore): Promise<Turn[]> {
  const turns = new Map<string, Turn>();
  for await (const { key, written } of store.list(TURNS_PREFIX)) {
    const [, id, what] = /^locks\/([^/]+)\/(asked|alive)$/.exec(key) ?? [];
    if (id === undefined || what === undefined) continue;
    const turn = turns.get(id) ?? { id, asked: Number.POSITIVE_INFINITY, alive: 0 };
    turns.set(id, turn);
    if (what === 'asked') turn.asked = written;
    else turn.alive = written;
  }
  return [...turns.values()];
}

interface HeldObject {
  /** Says that the publisher lives; null: with the addresses of before. */
  write(addresses: readonly string[] | null): Promise<void>;
  end(keepSuspects: boolean): Promise<void>;
}

function heldLock(
  { lease }: LockSettings,
  suspects: readonly string[],
  { write, end }: HeldObject,
): PublicationLock {
  let lost: unknown = null;
  // One write after the other, since each needs the tag of the one before.
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = (task: () => Promise<void>): Promise<void> => {
    const next = last.then(task);
    last = next.catch(() => {});
    return next;
  };
  const beat = setInterval(() => {
    inTurn(() => write(null)).catch(error => {
      if (error instanceof LockLost) lost = error;
      // A store that does not answer now may answer at the next beat.
    });
  }, lease / BEATS);
  beat.unref();
  const checkBeats = (): void => {
    if (lost !== null) throw lost;
  };
  return {
    suspects,
    async announce(addresses) {
      checkBeats();
      await inTurn(() => write([...new Set([...suspects, ...addresses])]));
    },
    async check() {
      checkBeats();
      await inTurn(() => write(null));
    },
    async release(keepSuspects) {
      clearInterval(beat);
      if (lost === null) await inTurn(() => end(keepSuspects));
    },
  };
}
