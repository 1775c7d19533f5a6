// A lock in a store that has no conditions: each publisher puts an object, and who asked first by the store's clock is next.
import { randomUUID } from 'node:crypto';
import type { ObjectStore } from '../../store/object-store.ts';
import { heldLock, LockLost, type LockSettings, type PublicationLock } from './held-lock.ts';
import { INTENTION_HEADERS, readIntention, writeIntention } from './intention.ts';

const TURNS_PREFIX = 'locks/';

/** Longer than the whole seconds by which stores say when an object was written, in ms. */
const SETTLES = 2_500;

/** The objects of a publisher: when it asked, that it lives, and what it left when it was done. */
const PARTS = ['asked', 'alive', 'left'] as const;

/** When each was written, by the store's clock; of who died before it asked, nothing but that it lived. */
type Turn = Readonly<Record<(typeof PARTS)[number], number | null>> & { readonly id: string };

export function keyOfTurn(id: string, part: (typeof PARTS)[number]): string {
  return `${TURNS_PREFIX}${id}/${part}`;
}

/** Waits for its turn. A store that lists late what was written may still let two that ask in the same moment go on. */
export async function takeByTurn(store: ObjectStore, settings: LockSettings): Promise<PublicationLock> {
  const { owner, lease, clock, onWait } = settings;
  const id = randomUUID();
  const suspects = new Set<string>();
  const told = new Set<string>();
  let beat = 0;
  const write = async (addresses: Iterable<string>): Promise<void> => {
    const intention = { owner, id, beat: ++beat, isOver: false, addresses: [...addresses] };
    await store.put(keyOfTurn(id, 'alive'), writeIntention(intention), INTENTION_HEADERS);
  };
  const remove = (other: string): Promise<void> => store.remove(PARTS.map(part => keyOfTurn(other, part)));
  const ask = async (): Promise<void> => {
    await store.put(keyOfTurn(id, 'asked'), Buffer.from(id), INTENTION_HEADERS);
  };
  const tell = async (other: string): Promise<void> => {
    if (told.has(other)) return;
    told.add(other);
    onWait((await intentionIn(store, keyOfTurn(other, 'alive')))?.owner ?? '?');
  };
  /** Makes the suspects of those who are gone ours. */
  const inherit = async (turns: readonly Turn[]): Promise<void> => {
    for (const { id: other } of turns) {
      for (const part of ['alive', 'left'] as const)
        for (const address of (await intentionIn(store, keyOfTurn(other, part)))?.addresses ?? [])
          suspects.add(address);
      // Ours says it first, so that nobody forgets it.
      await write(suspects);
      await remove(other);
    }
  };
  let isSettled = false;
  for (;;) {
    await write(suspects);
    const turns = await turnsIn(store);
    const own = turns.find(turn => turn.id === id);
    const now = Math.max(...turns.map(({ alive }) => alive ?? 0));
    const isGone = ({ alive, left }: Turn): boolean => left !== null || now - (alive ?? 0) > lease;
    if (own === undefined || own.asked === null) {
      // For the first time, or others took this publisher for dead.
      await ask();
    } else {
      const others = turns.filter(turn => turn.id !== id);
      await inherit(others.filter(isGone));
      const before = others.filter(turn => !isGone(turn) && isBefore(turn, own));
      if (before.length === 0 && isSettled) break;
      if (before[0]) await tell(before[0].id);
    }
    await clock.sleep(Math.min(SETTLES, lease));
    isSettled = true;
  }
  return heldLock(settings, [...suspects], {
    key: keyOfTurn(id, 'alive'),
    id,
    async write(addresses) {
      if ((await store.look(keyOfTurn(id, 'asked'))) === null) throw new LockLost(store.place);
      await write(addresses);
    },
    async end(left) {
      if (left.length > 0) {
        const intention = { owner, id, beat: ++beat, isOver: true, addresses: left };
        await store.put(keyOfTurn(id, 'left'), writeIntention(intention), INTENTION_HEADERS);
      }
      await store.remove([keyOfTurn(id, 'asked'), keyOfTurn(id, 'alive')]);
    },
  });
}

/** Of two that asked in the same second one is first, whoever looks. */
function isBefore(a: Turn, b: Turn): boolean {
  if (a.asked === null || b.asked === null) return b.asked === null && a.asked !== null;
  return a.asked === b.asked ? a.id < b.id : a.asked < b.asked;
}

async function intentionIn(store: ObjectStore, key: string) {
  const found = await store.read(key);
  return found && readIntention(found.bytes);
}

export async function turnsIn(store: ObjectStore): Promise<Turn[]> {
  const turns = new Map<string, { id: string } & Record<(typeof PARTS)[number], number | null>>();
  for await (const { key, written } of store.list(TURNS_PREFIX)) {
    const [, id = '', name] = /^locks\/([^/]+)\/([^/]+)$/.exec(key) ?? [];
    const part = PARTS.find(known => known === name);
    if (part === undefined) continue;
    const turn = turns.get(id) ?? { id, asked: null, alive: null, left: null };
    turns.set(id, turn);
    turn[part] = written;
  }
  return [...turns.values()];
}
