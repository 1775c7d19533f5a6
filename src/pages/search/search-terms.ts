// In which articles a word is: for each segment of the archive its words in buckets, a file each. The reader's browser fetches those of its query.
import { searchTermsUrl } from '../../address/addresses.ts';
import { indexOf, type TermBucket } from '../../search/segment-index.ts';
import { type ListedPage, pageType } from '../page-type.ts';
import { digestOf, type TermsRef } from '../shown.ts';
import type { Tools } from '../tools.ts';
import { type Segment, segmentsOf } from './segments.ts';

interface ShownBucket {
  readonly terms: TermsRef;
  readonly bucket: number;
  readonly buckets: number;
}

export const searchTerms = pageType({
  name: 'search-terms',
  renderer: 'json',
  furnished: false,

  *pages({ edition }) {
    for (const segment of segmentsOf(edition)) yield* bucketsOf(segment);
  },

  *months({ edition }) {
    for (const segment of segmentsOf(edition)) {
      const { name, buckets, terms } = segment;
      yield {
        month: name,
        size: buckets,
        furnished: 0,
        digest: digestOf({ terms, buckets }),
        pictured: () => [],
        pages: () => bucketsOf(segment),
      };
    }
  },

  view: ({ terms, bucket, buckets }, tools): TermBucket => wholeIndex(terms, buckets, tools)[bucket]!,
});

function* bucketsOf({ name, month, terms, buckets }: Segment): Generator<ListedPage<ShownBucket>, void> {
  for (let bucket = 0; bucket < buckets; bucket++)
    yield { url: searchTermsUrl(name, bucket), month, shown: { terms, bucket, buckets } };
}

let latest: { readonly terms: TermsRef; readonly index: readonly TermBucket[] } | null = null;

/** All buckets of a segment are made at once, and asked for one after the other; those of two would be too much to keep. */
function wholeIndex(terms: TermsRef, buckets: number, tools: Tools): readonly TermBucket[] {
  if (latest?.terms !== terms) latest = { terms, index: indexOf(tools.terms(terms), buckets) };
  return latest.index;
}
