// The state against the public: it knows of drafts, so nothing is published as long as anybody can read it.
import { DAY } from '../../time/durations.ts';
import type { Memory } from '../memory/memory.ts';

/** Anybody can read the state, at this address. */
export class StatePublic extends Error {
  readonly address: string;
  constructor(address: string) {
    super(`${address} is public`);
    this.address = address;
  }
}

/** Reads an address without credentials; null: there is nothing to be had, or not in time. */
export type ReadPublic = (address: string) => Promise<string | null>;

/** In ms. */
const PATIENCE = 3_000;

export const readPublic: ReadPublic = async address => {
  try {
    const response = await fetch(address, { signal: AbortSignal.timeout(PATIENCE) });
    return response.ok ? await response.text() : null;
  } catch {
    return null;
  }
};

/** When it was looked last, and where. */
const NOTE = 'hidden';

/**
 * Looks for an object of the state that was just put, at most once a day. Throws `StatePublic`.
 * @param mark a text that is in that object, and in no other.
 * @param now in ms.
 */
export async function checkHidden(
  memory: Pick<Memory, 'getNote' | 'putNote'>,
  addresses: readonly string[],
  mark: string,
  read: ReadPublic,
  now: number,
): Promise<void> {
  if (addresses.length === 0) return;
  const [where, at] = JSON.parse(memory.getNote(NOTE) ?? '["",0]') as [string, number];
  if (where === addresses.join(' ') && Math.abs(now - at) < DAY) return;
  await Promise.all(
    addresses.map(async address => {
      // Not what a cache keeps.
      const found = await read(`${address}?${mark}`);
      if (found?.includes(mark)) throw new StatePublic(address);
    }),
  );
  memory.putNote(NOTE, JSON.stringify([addresses.join(' '), now]));
}
