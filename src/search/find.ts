// A query and an index that is read piece by piece become the articles that answer, best first.
import { editDistance } from '../source/closest-word.ts';
import { bucketsWith, type Filters, firstTerms, requiredTerms, searchedSegments } from './needed-buckets.ts';
import type { Weight } from './packed-terms.ts';
import type { Query } from './query.ts';
import type { SearchSegment } from './search-files.ts';
import { bucketOf, isBeginning, readPostings, type TermBucket } from './segment-index.ts';
import { termOf } from './terms.ts';

/** Whence the pieces come; each rejects when it can't be had. */
export interface IndexReader {
  bucket(segment: SearchSegment, bucket: number): Promise<TermBucket>;
  /** Words that a mistyped one may mean, folded, besides those that begin like it. */
  likelyWords(): Promise<readonly string[]>;
}

export interface Hit {
  readonly segment: SearchSegment;
  /** Its place in the segment, from 0: the oldest. */
  readonly article: number;
}

/** Articles in an order: so many that each gets an object only when it is asked for. */
export interface Hits {
  readonly length: number;
  /** From index `from` on, at most `count`. */
  slice(from: number, count: number): readonly Hit[];
}

export interface Found {
  /** Best first; of equal ones the newest. */
  readonly best: Hits;
  /** The same, newest first. */
  readonly newest: Hits;
  /** What was sought in place of words that no article has. */
  readonly instead: ReadonlyMap<string, string>;
  /** Terms by which words of a text are known as sought. */
  readonly terms: ReadonlySet<string>;
  /** Beginnings of words that no article has as a whole: all that go on from them are sought. */
  readonly beginnings: readonly string[];
  /** No article has all words: these have most of them. */
  readonly isPartial: boolean;
  /** A piece of the index could not be read. */
  readonly isIncomplete: boolean;
}

/** What a weight counts for: a word of the title more than what is said in passing several times. */
const WORTH: Readonly<Record<Weight, number>> = { 3: 6, 2: 3, 1: 2, 0: 1 };

/** Of one word: the terms that stand for it. */
interface Sought {
  readonly word: string;
  readonly terms: readonly string[];
}

export async function find(
  { words }: Query,
  filters: Filters,
  index: readonly SearchSegment[],
  reader: IndexReader,
): Promise<Found> {
  const segments = searchedSegments(index, filters);
  const pieces = pieceReader(segments, reader);
  const instead = new Map<string, string>();
  const beginnings: string[] = [];
  const exact = words.map((word): Sought => ({ word, terms: [termOf(word)] }));
  await pieces.fetch(firstTerms(words, filters));
  const sought: Sought[] = [];
  for (const each of exact) {
    if (pieces.count(each.terms) > 0) {
      sought.push(each);
      continue;
    }
    const longer = isBeginning(each.word) ? pieces.termsFrom(each.word) : [];
    if (longer.length > 0) {
      sought.push({ word: each.word, terms: longer });
      beginnings.push(each.word);
      continue;
    }
    const meant = await meantBy(each, pieces, reader);
    if (meant === null) {
      sought.push(each);
      continue;
    }
    instead.set(each.word, meant.word);
    sought.push(meant);
  }
  const { best, newest, isPartial } = ranked(segments, sought, requiredTerms(filters), pieces);
  return {
    best,
    newest,
    instead,
    terms: new Set(sought.flatMap(({ terms }) => terms)),
    beginnings,
    isPartial,
    isIncomplete: pieces.isIncomplete(),
  };
}

interface Pieces {
  /** Reads whatever says where these terms are. */
  fetch(terms: readonly string[]): Promise<void>;
  /** In how many articles they are together, at most. */
  count(terms: readonly string[]): number;
  postings(segment: SearchSegment, term: string): readonly number[];
  /** Of all that was read. */
  termsFrom(beginning: string): readonly string[];
  all(): ReadonlySet<string>;
  isIncomplete(): boolean;
}

function pieceReader(segments: readonly SearchSegment[], reader: IndexReader): Pieces {
  const read = new Map<string, TermBucket>();
  const keyOf = ({ name }: SearchSegment, bucket: number): string => `${name} ${bucket}`;
  let isIncomplete = false;
  const postings = (segment: SearchSegment, term: string): readonly number[] => {
    const bucket = read.get(keyOf(segment, bucketOf(term, segment.buckets)));
    return bucket && Object.hasOwn(bucket, term) ? bucket[term]! : [];
  };
  const all = (): ReadonlySet<string> => new Set([...read.values()].flatMap(bucket => Object.keys(bucket)));
  return {
    postings,
    all,
    async fetch(terms) {
      const wanted = new Map<string, readonly [SearchSegment, number]>();
      for (const [segment, bucket] of bucketsWith(terms, segments)) {
        const key = keyOf(segment, bucket);
        if (!read.has(key)) wanted.set(key, [segment, bucket]);
      }
      await Promise.all(
        [...wanted].map(async ([key, [segment, bucket]]) => {
          try {
            read.set(key, await reader.bucket(segment, bucket));
          } catch {
            isIncomplete = true;
          }
        }),
      );
    },
    count: terms =>
      segments.reduce(
        (sum, segment) => sum + terms.reduce((most, term) => most + postings(segment, term).length, 0),
        0,
      ),
    termsFrom: beginning => [...all()].filter(term => term.startsWith(beginning)),
    isIncomplete: () => isIncomplete,
  };
}

/** Longer words may have two slips. */
const LONG = 8;
const SHORTEST = 4;
/** How much of a word its stem is, at least, where the slip is in the ending that the stem has lost. */
const LEAST_OF_WORD = 0.5;
/** A slip in the ending alone is less of a likeness than none, and more than one in the stem. */
const OTHER_ENDING = 0.5;

/** The word that is most like one that no article has; null: none is. */
async function meantBy({ word, terms }: Sought, pieces: Pieces, reader: IndexReader): Promise<Sought | null> {
  const term = terms[0]!;
  if (term.length < SHORTEST || /\d/.test(term)) return null;
  const likely = await reader.likelyWords().catch(() => []);
  const known = new Map<string, string | null>();
  for (const each of pieces.all()) known.set(each, null);
  // Readers are told a word in full where there is one.
  for (const each of likely) known.set(termOf(each), each);
  const most = word.length >= LONG ? 2 : 1;
  let nearest: { readonly term: string; readonly inFull: string | null } | null = null;
  let least = most + 1;
  for (const [other, inFull] of known) {
    if (other.length < SHORTEST) continue;
    const distance = Math.min(
      distanceWithin(most, term, other),
      inFull === null ? most + 1 : distanceWithin(most, word, inFull),
      distanceOfBeginning(most, word, other),
    );
    const isNearer = distance < least || (distance === least && other.length > (nearest?.term.length ?? 0));
    if (distance > most || !isNearer) continue;
    least = distance;
    nearest = { term: other, inFull };
  }
  if (nearest === null) return null;
  await pieces.fetch([nearest.term]);
  if (pieces.count([nearest.term]) === 0) return null;
  return { word: nearest.inFull ?? `${nearest.term}…`, terms: [nearest.term] };
}

/** How many slips make one word of the other, or more than `most`. */
function distanceWithin(most: number, a: string, b: string): number {
  return Math.abs(a.length - b.length) > most ? most + 1 : editDistance(a, b);
}

/** The same of the word without its ending, when what is left is as long as the stem. */
function distanceOfBeginning(most: number, word: string, stem: string): number {
  if (stem.length <= SHORTEST || stem.length >= word.length || stem.length < word.length * LEAST_OF_WORD)
    return most + 1;
  return OTHER_ENDING + editDistance(word.slice(0, stem.length), stem);
}

/** A hit as one number, so that many are sorted at once: its score, in thousandths, before its place among all articles. */
const PLACES = 2 ** 22;
const FINE = 1000;

function ranked(
  segments: readonly SearchSegment[],
  sought: readonly Sought[],
  required: readonly string[],
  pieces: Pieces,
): Pick<Found, 'best' | 'newest' | 'isPartial'> {
  const total = segments.reduce((sum, { articles }) => sum + articles, 0);
  const scores = new Float64Array(total);
  const matched = new Uint8Array(total);
  const places = placesOf(segments);
  for (const { terms } of sought) {
    const rarity = Math.log(1 + total / Math.max(1, pieces.count(terms)));
    for (const [segment, start] of places) {
      // Of several terms that stand for a word the one that counts most.
      const worth = new Uint8Array(segment.articles);
      for (const term of terms) {
        readPostings(pieces.postings(segment, term), (article, weight) => {
          // An index that is newer than the list of segments may count more articles.
          if (article < segment.articles) worth[article] = Math.max(worth[article]!, WORTH[weight]);
        });
      }
      for (let article = 0; article < segment.articles; article++) {
        if (worth[article] === 0) continue;
        scores[start + article]! += worth[article]! * rarity;
        matched[start + article]!++;
      }
    }
  }
  for (const term of required) sift(matched, term, places, pieces);
  const most = matched.reduce((largest, count) => Math.max(largest, count), 0);
  const keys = new Float64Array(
    most === 0 ? 0 : matched.reduce((sum, count) => sum + Number(count === most), 0),
  );
  let next = 0;
  const newest = new Float64Array(keys.length);
  for (let place = total - 1; place >= 0; place--) {
    if (most === 0 || matched[place] !== most) continue;
    newest[next] = place;
    keys[next++] = Math.round(scores[place]! * FINE) * PLACES + place;
  }
  keys.sort().reverse();
  return {
    best: hitsAt(keys, places),
    newest: hitsAt(newest, places),
    isPartial: most < sought.length,
  };
}

/** Where the articles of each segment begin among all, oldest first. */
type Places = ReadonlyMap<SearchSegment, number>;

function placesOf(newestFirst: readonly SearchSegment[]): Places {
  const places = new Map<SearchSegment, number>();
  let start = 0;
  for (const segment of newestFirst.toReversed()) {
    places.set(segment, start);
    start += segment.articles;
  }
  return places;
}

/** Makes no match of articles that lack the term. */
function sift(matched: Uint8Array, term: string, places: Places, pieces: Pieces): void {
  const passes = new Uint8Array(matched.length);
  for (const [segment, start] of places)
    readPostings(pieces.postings(segment, term), article => {
      if (article < segment.articles) passes[start + article] = 1;
    });
  for (let place = 0; place < matched.length; place++) if (passes[place] === 0) matched[place] = 0;
}

function hitsAt(keys: Float64Array, places: Places): Hits {
  const newestFirst = [...places].reverse();
  const hitOf = (key: number): Hit => {
    const place = key % PLACES;
    const [segment, start] = newestFirst.find(([, start]) => start <= place)!;
    return { segment, article: place - start };
  };
  return { length: keys.length, slice: (from, count) => [...keys.subarray(from, from + count)].map(hitOf) };
}
