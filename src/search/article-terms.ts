// An article and its Markdown become its terms with their weight, as one short text: what the memory keeps for the index.

import { isCommon, sectionTerm, sourceTerm, termsOf } from './terms.ts';
import { comparedWord, eachTyped, wordsIn } from './words.ts';

/** What of an article is searched. */
export interface SearchedArticle {
  readonly title: string;
  readonly section: string;
  readonly source: string;
  readonly summary: string | null;
  readonly place: string | null;
  readonly authors: readonly string[];
  readonly topics: readonly string[];
  readonly image: Captioned | null;
  readonly gallery: readonly Captioned[];
  readonly video: Captioned | null;
  readonly audio: Captioned | null;
}

interface Captioned {
  readonly title?: string;
  readonly caption: string | null;
}

/** How much a term counts, from most to least: 3 it is in the title, 2 in what stands around the text, 1 in the text again and again, 0 once or twice. */
export type Weight = 0 | 1 | 2 | 3;

export const WEIGHTS = [3, 2, 1, 0] as const satisfies readonly Weight[];

/** A term that comes as often is what the text is about. */
const AGAIN_AND_AGAIN = 3;

/** Between weights; terms are apart by spaces, which none of them holds. */
const BETWEEN = '\n';

/** Each term once, by weight. `text` is what readers read of the body (`plain-text.ts`). */
export function packTerms(article: SearchedArticle, text: string): string {
  const { title, section, source, summary, place, authors, topics, image, gallery, video, audio } = article;
  const captions = [image, ...gallery, video, audio].flatMap(shown =>
    shown === null ? [] : [shown.title, shown.caption],
  );
  forgetTooMany();
  const known: number[] = [];
  const ofTitle = freshTerms([title], known);
  const around = freshTerms([summary, place, ...authors, ...topics, ...captions], known);
  const ofText = freshTerms([text], known);
  const often = ofText.filter(id => counts[id]! >= AGAIN_AND_AGAIN);
  const rare = ofText.filter(id => counts[id]! < AGAIN_AND_AGAIN);
  for (const id of known) counts[id] = 0;
  const named = (ids: readonly number[]): string => ids.map(id => terms[id]!).join(' ');
  const sifting = `${sectionTerm(section)} ${sourceTerm(wordsIn(source))}`;
  const last = rare.length === 0 ? sifting : `${sifting} ${named(rare)}`;
  return [named(ofTitle), named(around), named(often), last].join(BETWEEN);
}

/** Calls `take` with each term and its weight. */
export function eachTerm(packed: string, take: (term: string, weight: Weight) => void): void {
  packed.split(BETWEEN).forEach((group, index) => {
    if (group !== '') for (const term of group.split(' ')) take(term, WEIGHTS[index]!);
  });
}

/** Every term has a number, and each word as it is typed those of its terms: texts come back to the same words. */
const terms: string[] = [];
const idsOfTerms = new Map<string, number>();
const idsOfTyped = new Map<string, readonly number[]>();
/** Words of all texts together would fill the memory. */
const WORDS_AT_HAND = 100_000;
const NONE: readonly number[] = [];
/** How often a term came in the present article, by its number; 0 between two articles. A word has two terms at most, and a text some more words. */
let counts = new Uint32Array(1024);

function forgetTooMany(): void {
  if (idsOfTyped.size < WORDS_AT_HAND) return;
  terms.length = 0;
  idsOfTerms.clear();
  idsOfTyped.clear();
}

/** The numbers of the terms that come for the first time, which become known; counts all of them. */
function freshTerms(texts: readonly (string | null | undefined)[], known: number[]): readonly number[] {
  const fresh: number[] = [];
  const take = (typed: string): void => {
    for (const id of idsOfTyped.get(typed) ?? learn(typed)) {
      if (counts[id]!++ > 0) continue;
      fresh.push(id);
      known.push(id);
    }
  };
  for (const text of texts) if (text) eachTyped(text, take);
  return fresh;
}

function learn(typed: string): readonly number[] {
  const word = comparedWord(typed);
  const ids = word === '' || isCommon(word) ? NONE : termsOf(word).map(idOf);
  idsOfTyped.set(typed, ids);
  return ids;
}

function idOf(term: string): number {
  let id = idsOfTerms.get(term);
  if (id !== undefined) return id;
  id = terms.length;
  terms.push(term);
  idsOfTerms.set(term, id);
  if (id >= counts.length) {
    const larger = new Uint32Array(2 * counts.length);
    larger.set(counts);
    counts = larger;
  }
  return id;
}
