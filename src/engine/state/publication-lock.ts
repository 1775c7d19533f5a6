// One publisher at a time, and what it is about to change written down before it does: whoever comes after one that was cut off knows where
// to look.
import type { ObjectStore } from '../../store/object-store.ts';
import type { LockSettings, PublicationLock } from './held-lock.ts';
import { readIntention } from './intention.ts';
import { LOCK_KEY, takeByCondition } from './lock-by-condition.ts';
import { keyOfTurn, takeByTurn, turnsIn } from './lock-by-turn.ts';

/** Waits for its turn. */
export async function takeLock(store: ObjectStore, settings: LockSettings): Promise<PublicationLock> {
  return (await store.hasConditions()) ? takeByCondition(store, settings) : takeByTurn(store, settings);
}

/** Or was, and was cut off. */
export async function isAnybodyPublishing(store: ObjectStore): Promise<boolean> {
  const lock = await store.read(LOCK_KEY);
  if (lock !== null) {
    const { isOver, addresses } = readIntention(lock.bytes);
    if (!isOver || addresses.length > 0) return true;
  }
  return (await turnsIn(store)).length > 0;
}

/** Whoever changes nothing needs no turn: what was announced and not done, as it is known now. */
export async function lookAtLock(store: ObjectStore): Promise<PublicationLock> {
  const suspects = new Set<string>();
  const look = async (key: string): Promise<void> => {
    const found = await store.read(key);
    if (found) for (const address of readIntention(found.bytes).addresses) suspects.add(address);
  };
  await look(LOCK_KEY);
  for (const { id } of await turnsIn(store))
    for (const part of ['alive', 'left'] as const) await look(keyOfTurn(id, part));
  const all = [...suspects];
  return {
    suspects: all,
    key: LOCK_KEY,
    id: '',
    announced: () => all,
    async announce() {},
    async check() {},
    async checkAfterSilence() {},
    async release() {},
  };
}
