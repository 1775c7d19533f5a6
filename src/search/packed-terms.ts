// The terms of an article, by how much each counts, become one short text that the memory keeps, and come back from it.

/** How much a term counts, from most to least: 3 it is in the title, 2 in what stands around the text, 1 in the text again and again, 0 once or twice. */
export type Weight = 0 | 1 | 2 | 3;

const WEIGHTS = [3, 2, 1, 0] as const satisfies readonly Weight[];

/** Between weights. */
const BETWEEN = '\n';
/** Between terms, none of which holds it. */
const APART = ' ';

/** @param groups of terms, one a weight, from most to least. */
export function packed(groups: readonly (readonly string[])[]): string {
  return groups.map(terms => terms.join(APART)).join(BETWEEN);
}

/** Calls `take` with where in the text each term begins and ends, and with its weight. */
export function eachTerm(text: string, take: (from: number, to: number, weight: Weight) => void): void {
  let from = 0;
  for (const weight of WEIGHTS) {
    const end = text.indexOf(BETWEEN, from);
    const endOfGroup = end === -1 ? text.length : end;
    while (from < endOfGroup) {
      const next = text.indexOf(APART, from);
      const to = next === -1 || next > endOfGroup ? endOfGroup : next;
      take(from, to, weight);
      from = to + 1;
    }
    from = endOfGroup + 1;
  }
}
