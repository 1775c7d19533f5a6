// A lock in a store that lets one succeed of two that put one object under a condition.
import { randomUUID } from 'node:crypto';
import type { ObjectStore } from '../../store/object-store.ts';
import { BEATS, heldLock, LockLost, type LockSettings, type PublicationLock } from './held-lock.ts';
import { INTENTION_HEADERS, readIntention, writeIntention } from './intention.ts';

export const LOCK_KEY = 'lock';

/** What is put beside a lock to learn what time it is for the store. */
const CLOCK_KEY = 'clock';

/** How often whoever waits looks, in ms: readers wait for what it has. */
const LOOKS_EVERY = 1_000;

/** Waits for its turn. */
export async function takeByCondition(store: ObjectStore, settings: LockSettings): Promise<PublicationLock> {
  const id = randomUUID();
  const own = (addresses: readonly string[]): Uint8Array =>
    writeIntention({ owner: settings.owner, id, beat: 0, isOver: false, addresses });
  const isGone = goneByStoreClock(store, settings);
  const told = new Set<string>();
  for (;;) {
    const found = await store.read(LOCK_KEY);
    const { owner, isOver, addresses, id: other } = found ? readIntention(found.bytes) : NOBODYS;
    if (found === null || isOver || (await isGone(found.tag))) {
      const condition = found === null ? ({ ifAbsent: true } as const) : { ifTag: found.tag };
      const tag = await store.put(LOCK_KEY, own(addresses), INTENTION_HEADERS, condition);
      if (tag !== null) return heldByCondition(store, settings, id, tag, addresses);
      continue;
    }
    if (!told.has(other)) settings.onWait(owner);
    told.add(other);
    await settings.clock.sleep(Math.min(LOOKS_EVERY, settings.lease / BEATS));
  }
}

const NOBODYS = { owner: '', id: '', isOver: true, addresses: [] as readonly string[] };

/**
 * Whether whoever wrote that version of the lock has been silent for a lease: by the store's clock, since those of machines may be hours apart,
 * or as measured here.
 */
function goneByStoreClock(
  store: ObjectStore,
  { lease, clock }: LockSettings,
): (tag: string) => Promise<boolean> {
  let ahead: number | null = null;
  let seen = { tag: '', since: 0 };
  return async tag => {
    if (seen.tag !== tag) seen = { tag, since: clock.passed() };
    if (clock.passed() - seen.since > lease) return true;
    if (ahead === null) {
      await store.put(CLOCK_KEY, Buffer.from(randomUUID()), INTENTION_HEADERS);
      ahead = ((await store.look(CLOCK_KEY))?.written ?? clock.now()) - clock.passed();
    }
    const lock = await store.look(LOCK_KEY);
    return lock?.tag === tag && clock.passed() + ahead - lock.written > lease;
  };
}

function heldByCondition(
  store: ObjectStore,
  settings: LockSettings,
  id: string,
  firstTag: string,
  suspects: readonly string[],
): PublicationLock {
  let tag = firstTag;
  let beat = 0;
  const put = async (isOver: boolean, addresses: readonly string[]): Promise<boolean> => {
    const bytes = writeIntention({ owner: settings.owner, id, beat: ++beat, isOver, addresses });
    const newTag = await store.put(LOCK_KEY, bytes, INTENTION_HEADERS, { ifTag: tag });
    if (newTag !== null) tag = newTag;
    return newTag !== null;
  };
  /** What we put last may stand there though we never heard that it does. */
  const isStillOurs = async (): Promise<boolean> => {
    const found = await store.read(LOCK_KEY);
    if (found === null || readIntention(found.bytes).id !== id) return false;
    tag = found.tag;
    return true;
  };
  const putUnlessLost = async (isOver: boolean, addresses: readonly string[]): Promise<boolean> =>
    (await put(isOver, addresses)) || ((await isStillOurs()) && (await put(isOver, addresses)));
  return heldLock(settings, suspects, {
    key: LOCK_KEY,
    id,
    async write(addresses) {
      if (!(await putUnlessLost(false, addresses))) throw new LockLost(store.place);
    },
    // It stays: a store can't be told to remove it only if it is still ours.
    async end(left) {
      await putUnlessLost(true, left);
    },
  });
}
