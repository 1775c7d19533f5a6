// The terms of a segment's articles become an inverted index in buckets, and a query's answer is read from it: which articles have a term.
import { eachTerm, type Weight } from './packed-terms.ts';
import { textNumbers } from './text-numbers.ts';
import { unitsOf } from './words.ts';

/** For each term of a bucket the articles that have it, as `readPostings` reads them. */
export type TermBucket = Readonly<Record<string, readonly number[]>>;

/** Words of one beginning share a bucket: a word that is half typed, or ends in a slip, is found where the whole one is. */
const BEGINNING = 4;

/**
 * How many articles a bucket is for: so few that two words of a query cost some kilobytes of each year, so many that the
 * files of 100,000 articles stay some thousands (decision 066).
 */
const ARTICLES_A_BUCKET = 64;

/** A power of two, so that an article more seldom moves a term to another bucket. */
export function bucketCount(articles: number): number {
  return 2 ** Math.max(0, Math.ceil(Math.log2(articles / ARTICLES_A_BUCKET)));
}

/** FNV-1a of the term's beginning (http://www.isthe.com/chongo/tech/comp/fnv/), by UTF-16 code units; `buckets` is a power of two. */
export function bucketOf(term: string, buckets: number): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < Math.min(term.length, BEGINNING); at++)
    hash = Math.imul(hash ^ term.charCodeAt(at), 0x01000193);
  return ((hash ^ (hash >>> 15)) >>> 0) % buckets;
}

/** Whether all words that begin so are in one bucket. */
export function isBeginning(typed: string): boolean {
  return typed.length >= BEGINNING;
}

/** The weights, in two bits beside the distance from the article before. */
const WEIGHTS_IN_ALL = 4;

interface Found {
  readonly term: string;
  readonly postings: number[];
  /** The latest article that has it. */
  latest: number;
}

/** @param packed of each article in its order (`packTerms`). */
export function indexOf(packed: Iterable<string>, buckets: number): readonly TermBucket[] {
  const numbers = textNumbers();
  const found: Found[] = [];
  let article = 0;
  for (const terms of packed) {
    const { units } = unitsOf(terms);
    eachTerm(units, terms.length, (from, to, weight) => {
      const number = numbers.numberOf(units, from, to);
      if (number === found.length) found.push({ term: terms.slice(from, to), postings: [], latest: -1 });
      const known = found[number]!;
      known.postings.push((article - known.latest) * WEIGHTS_IN_ALL + weight);
      known.latest = article;
    });
    article++;
  }
  const index = Array.from({ length: buckets }, (): [string, number[]][] => []);
  // One order, whatever article has a term first; words of one beginning stand together, which compresses well.
  for (const { term, postings } of found.sort(byTerm)) index[bucketOf(term, buckets)]!.push([term, postings]);
  return index.map(terms => Object.fromEntries(terms));
}

/** By code units. */
function byTerm({ term: a }: Found, { term: b }: Found): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Calls `take` with each article of a posting list, counted from 0, and the weight of the term there. */
export function readPostings(
  postings: readonly number[],
  take: (article: number, weight: Weight) => void,
): void {
  let article = -1;
  for (const posting of postings) {
    article += Math.floor(posting / WEIGHTS_IN_ALL);
    take(article, (posting % WEIGHTS_IN_ALL) as Weight);
  }
}
