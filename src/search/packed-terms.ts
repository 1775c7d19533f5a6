// The terms of an article, by how much each counts, become one short text that the memory keeps, and come back from it.

/** How much a term counts, from most to least: 3 it is in the title, 2 in what stands around the text, 1 in the text again and again, 0 once or twice. */
export type Weight = 0 | 1 | 2 | 3;

const WEIGHTS = [3, 2, 1, 0] as const satisfies readonly Weight[];

/** Between weights. */
const BETWEEN = '\n';
/** Between terms, none of which holds it. */
const APART = ' ';
/** Both as UTF-16 code units. They are numbers, since what calls something when it is loaded stays in scripts that ask for other things of this file. */
const BETWEEN_UNIT = 0x0a;
const APART_UNIT = 0x20;

/** @param groups of terms, one a weight, from most to least. */
export function packed(groups: readonly (readonly string[])[]): string {
  return groups.map(terms => terms.join(APART)).join(BETWEEN);
}

/** Calls `take` with where in the text, given as UTF-16 code units, each term begins and ends, and with its weight. */
export function eachTerm(
  units: Uint16Array,
  length: number,
  take: (from: number, to: number, weight: Weight) => void,
): void {
  let group = 0;
  let from = 0;
  for (let at = 0; at <= length; at++) {
    const isEnd = at === length || units[at] === BETWEEN_UNIT;
    if (!isEnd && units[at] !== APART_UNIT) continue;
    if (at > from) take(from, at, WEIGHTS[group]!);
    from = at + 1;
    if (isEnd) group++;
  }
}
