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
  const known = new Set<string>();
  const ofTitle = take(known, terms([title]));
  const around = take(known, terms([summary, place, ...authors, ...topics, ...captions]));
  const counts = new Map<string, number>();
  for (const term of terms([text])) if (!known.has(term)) counts.set(term, (counts.get(term) ?? 0) + 1);
  const often: string[] = [];
  const rare = [sectionTerm(section), sourceTerm(wordsIn(source))];
  for (const [term, count] of counts) (count >= AGAIN_AND_AGAIN ? often : rare).push(term);
  return [ofTitle, around, often, rare].map(group => group.join(' ')).join(BETWEEN);
}

/** Calls `take` with each term and its weight. */
export function eachTerm(packed: string, take: (term: string, weight: Weight) => void): void {
  packed.split(BETWEEN).forEach((group, index) => {
    if (group !== '') for (const term of group.split(' ')) take(term, WEIGHTS[index]!);
  });
}

const termsOfTyped = new Map<string, readonly string[]>();
/** Texts come back to the same words; those of all texts together would fill the memory. */
const WORDS_AT_HAND = 100_000;
const NONE: readonly string[] = [];

function typedTerms(typed: string): readonly string[] {
  let terms = termsOfTyped.get(typed);
  if (terms === undefined) {
    const word = comparedWord(typed);
    terms = word === '' || isCommon(word) ? NONE : termsOf(word);
    if (termsOfTyped.size >= WORDS_AT_HAND) termsOfTyped.clear();
    termsOfTyped.set(typed, terms);
  }
  return terms;
}

function terms(texts: readonly (string | null | undefined)[]): readonly string[] {
  const found: string[] = [];
  const take = (typed: string): void => {
    for (const term of typedTerms(typed)) found.push(term);
  };
  for (const text of texts) if (text) eachTyped(text, take);
  return found;
}

/** Those that were not known; from now on they are. */
function take(known: Set<string>, found: Iterable<string>): readonly string[] {
  const fresh: string[] = [];
  for (const term of found) {
    if (known.has(term)) continue;
    known.add(term);
    fresh.push(term);
  }
  return fresh;
}
