// What builds tell each other of old addresses: up to which state of each month it is known that they are nobody else's.
import type { CheckedAliases } from '../../check/aliases.ts';
import { hashOf } from '../../hash/hash.ts';
import type { Site } from '../../site/site.ts';
import type { Instant } from '../../time/instant.ts';
import type { Memory } from '../memory/memory.ts';

const CHECKED = 'checked aliases';

/** By what pages have their addresses, besides their articles: other code or another site may have others, and an earlier hour pages that were gone. */
export interface AddressRules {
  /** Of the code that makes pages. */
  readonly code: string;
  readonly site: Site;
  readonly now: Instant;
}

type Row = readonly [
  rules: string,
  now: Instant,
  months: readonly (readonly [month: string, content: number])[],
];

/** Nothing is known where the rules are others. */
export function rememberedAliases(memory: Pick<Memory, 'getNote'>, rules: AddressRules): CheckedAliases {
  const text = memory.getNote(CHECKED);
  if (text === null) return NOTHING_CHECKED;
  const [before, then, months] = JSON.parse(text) as Row;
  return before === hashOfRules(rules) && then <= rules.now ? new Map(months) : NOTHING_CHECKED;
}

/** For who has no memory. */
export const NOTHING_CHECKED: CheckedAliases = new Map();

export function rememberAliases(
  memory: Pick<Memory, 'getNote' | 'putNote'>,
  rules: AddressRules,
  checked: CheckedAliases,
): void {
  const row: Row = [hashOfRules(rules), rules.now, [...checked]];
  const text = JSON.stringify(row);
  if (memory.getNote(CHECKED) !== text) memory.putNote(CHECKED, text);
}

/** What is new every hour gives no page another address. */
function hashOfRules({ code, site }: AddressRules): string {
  const { weather, mostRead, pollTotals, proof, snapshotTurns, ...others } = site;
  return hashOf(JSON.stringify([code, others]));
}
