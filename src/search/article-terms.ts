// An article and its Markdown become its terms with their weight, as one short text: what the memory keeps for the index.

import { packed } from './packed-terms.ts';
import { isCommon, sectionTerm, sourceTerm, termsOf } from './terms.ts';
import { textNumbers } from './text-numbers.ts';
import { comparedWord, eachWord, unitsOf, wordsIn } from './words.ts';

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

/** A term that comes as often is what the text is about. */
const AGAIN_AND_AGAIN = 3;

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
  const named = (ids: readonly number[]): readonly string[] => ids.map(id => terms[id]!);
  const sifting = [sectionTerm(section), sourceTerm(wordsIn(source))];
  return packed([named(ofTitle), named(around), named(often), [...sifting, ...named(rare)]]);
}

/** Every term has a number, and so has each word as it is typed. */
const terms: string[] = [];
const idsOfTerms = new Map<string, number>();
const typedWords = textNumbers();
/** Words of all texts together would fill the memory. */
const WORDS_AT_HAND = 100_000;
/** Of each word as it is typed the number of its first and of its second term, beside each other: no word has more. */
const TERMS_A_WORD = 2;
const NONE = -1;
let termsOfTyped = new Int32Array(1024 * TERMS_A_WORD);
/** How often a term came in the present article, by its number; 0 between two articles. */
let counts = new Uint32Array(1024);

function forgetTooMany(): void {
  if (typedWords.count() < WORDS_AT_HAND) return;
  terms.length = 0;
  idsOfTerms.clear();
  typedWords.forgetAll();
}

/** The numbers of the terms that come for the first time, which become known; counts all of them. */
function freshTerms(texts: readonly (string | null | undefined)[], known: number[]): readonly number[] {
  const fresh: number[] = [];
  const count = (term: number): void => {
    if (counts[term]!++ > 0) return;
    fresh.push(term);
    known.push(term);
  };
  for (const text of texts) {
    if (!text) continue;
    const read = unitsOf(text);
    eachWord(read, (from, to) => {
      const learned = typedWords.count();
      const typed = typedWords.numberOf(read.units, from, to);
      if (typed === learned) learn(typed, text.slice(from, to));
      const first = termsOfTyped[typed * TERMS_A_WORD]!;
      if (first === NONE) return;
      count(first);
      const second = termsOfTyped[typed * TERMS_A_WORD + 1]!;
      if (second !== NONE) count(second);
    });
  }
  return fresh;
}

function learn(number: number, typed: string): void {
  const word = comparedWord(typed);
  const [first = NONE, second = NONE] = word === '' || isCommon(word) ? [] : termsOf(word).map(idOf);
  const at = number * TERMS_A_WORD;
  if (at >= termsOfTyped.length) {
    const larger = new Int32Array(2 * termsOfTyped.length);
    larger.set(termsOfTyped);
    termsOfTyped = larger;
  }
  termsOfTyped[at] = first;
  termsOfTyped[at + 1] = second;
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
