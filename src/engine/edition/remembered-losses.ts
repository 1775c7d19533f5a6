// What builds tell each other of addresses that were lost.
import type { Memory } from '../memory/memory.ts';
import type { LostAddress } from './lost-addresses.ts';

const LOST = 'lost addresses';

export function rememberedLosses({ getNote }: Pick<Memory, 'getNote'>): readonly LostAddress[] {
  return JSON.parse(getNote(LOST) ?? '[]') as LostAddress[];
}

export function rememberLosses(
  { getNote, putNote }: Pick<Memory, 'getNote' | 'putNote'>,
  lost: readonly LostAddress[],
): void {
  const text = JSON.stringify(lost);
  if ((getNote(LOST) ?? '[]') !== text) putNote(LOST, text);
}
