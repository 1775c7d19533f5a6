// A query and its filters become the pieces of the index that have to be read before anything is known of its words.
import type { SearchSegment } from './search-files.ts';
import { bucketOf } from './segment-index.ts';
import { sectionTerm, sourceTerm, termOf } from './terms.ts';
import { wordsIn } from './words.ts';

export interface Filters {
  /** Slug. */
  readonly section: string | null;
  /** As it is printed, or typed. */
  readonly source: string | null;
  readonly year: string | null;
}

export function searchedSegments(
  index: readonly SearchSegment[],
  { year: wanted }: Filters,
): readonly SearchSegment[] {
  return index.filter(({ year }) => wanted === null || year === wanted);
}

/** The terms that an article must have to pass. */
export function requiredTerms({ section, source }: Filters): readonly string[] {
  return [
    ...(section === null ? [] : [sectionTerm(section)]),
    ...(source === null ? [] : [sourceTerm(wordsIn(source))]),
  ];
}

/** The terms to look for first. */
export function firstTerms(words: readonly string[], filters: Filters): readonly string[] {
  return [...words.map(termOf), ...requiredTerms(filters)];
}

/** Where these terms are, if anywhere: each bucket of each segment once. */
export function* bucketsWith(
  terms: readonly string[],
  segments: readonly SearchSegment[],
): Generator<readonly [SearchSegment, number], void> {
  for (const segment of segments) {
    const buckets = new Set(terms.map(term => bucketOf(term, segment.buckets)));
    for (const bucket of buckets) yield [segment, bucket];
  }
}
