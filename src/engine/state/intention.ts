// What a publisher writes down before it changes anything: who it is, that it lives, and which addresses it is going to touch.
import type { ObjectHeaders } from '../../store/object-store.ts';

export interface Intention {
  /** Who publishes, for whoever has to wait: a machine's name and a process's number. */
  readonly owner: string;
  /** No other publisher has it: two machines may have one name. */
  readonly id: string;
  /** Another one each time, so that a store can tell what was said last. */
  readonly beat: number;
  /** Whether nobody is at work any more: what is left are addresses that nobody has looked at. */
  readonly isOver: boolean;
  /** What it will touch; '*' stands for every address. */
  readonly addresses: readonly string[];
}

export const INTENTION_HEADERS: ObjectHeaders = {
  contentType: 'application/json',
  cacheControl: 'no-store',
};

/** Of one that is damaged: that everything is suspect, and that nobody is at work. */
const DAMAGED: Intention = { owner: '?', id: '', beat: 0, isOver: true, addresses: ['*'] };

export function readIntention(bytes: Uint8Array): Intention {
  try {
    const found = JSON.parse(Buffer.from(bytes).toString()) as Partial<Intention> | null;
    const { owner, id, beat, isOver, addresses } = found ?? {};
    if (
      typeof owner === 'string' &&
      typeof id === 'string' &&
      typeof beat === 'number' &&
      typeof isOver === 'boolean' &&
      Array.isArray(addresses) &&
      addresses.every(address => typeof address === 'string')
    )
      return { owner, id, beat, isOver, addresses };
  } catch {
    // As below.
  }
  return DAMAGED;
}

export function writeIntention(intention: Intention): Uint8Array {
  return Buffer.from(JSON.stringify(intention));
}
