// A text becomes nodes in which the words of a search are marked, or the piece of it that has most of them.
import type { Found } from '../../search/find.ts';
import { isCommon, termsOf } from '../../search/terms.ts';
import { type Word, wordsIn } from '../../search/words.ts';

type Sought = Pick<Found, 'terms' | 'beginnings'>;

/** By which of the sought terms the word is known; null: it is none of them. */
export function soughtTerm({ word }: Word, { terms, beginnings }: Sought): string | null {
  if (isCommon(word)) return null;
  return (
    termsOf(word).find(term => terms.has(term)) ??
    beginnings.find(beginning => word.startsWith(beginning)) ??
    null
  );
}

/** How long an excerpt is at most, in UTF-16 code units: three lines on a phone. */
const EXCERPT = 200;
/** How much of it stands before the first sought word. */
const BEFORE = 60;

/** The piece of the text with most of the sought words, from word to word; null: it has none of them. */
export function excerptOf(text: string, sought: Sought): string | null {
  const words = wordsIn(text);
  const places = words.flatMap(word => {
    const term = soughtTerm(word, sought);
    return term === null ? [] : [{ at: word.at, end: word.at + word.length, term }];
  });
  let best: { readonly at: number; readonly count: number } | null = null;
  let last = 0;
  for (const [first, { at }] of places.entries()) {
    last = Math.max(last, first);
    while (places[last + 1] && places[last + 1]!.end - at <= EXCERPT - BEFORE) last++;
    const count = new Set(places.slice(first, last + 1).map(({ term }) => term)).size;
    if (best === null || count > best.count) best = { at, count };
  }
  if (best === null) return null;
  const from = words.find(({ at }) => at >= best.at - BEFORE)!.at;
  const to = words.findLast(({ at, length }) => at + length <= from + EXCERPT)!;
  const end = to.at + to.length;
  const isEnd = words.at(-1) === to;
  return `${from <= words[0]!.at ? '' : '… '}${isEnd ? text.slice(from).trim() : `${text.slice(from, end)} …`}`;
}

/** The same text; sought words are in `mark`. */
export function markedNodes(text: string, sought: Sought): readonly (Node | string)[] {
  const nodes: (Node | string)[] = [];
  let end = 0;
  for (const word of wordsIn(text)) {
    if (soughtTerm(word, sought) === null) continue;
    const mark = document.createElement('mark');
    mark.textContent = text.slice(word.at, word.at + word.length);
    nodes.push(text.slice(end, word.at), mark);
    end = word.at + word.length;
  }
  return [...nodes, text.slice(end)];
}
