// Samples of the list of segments that can be searched.
import { SEARCH_INDEX_URL } from '../../address/addresses.ts';
import type { SearchIndex } from '../../search/search-files.ts';
import type { PageSample } from '../samples/page-sample.ts';

export const samples: readonly PageSample<SearchIndex>[] = [
  {
    name: 'the segments that can be searched',
    url: SEARCH_INDEX_URL,
    view: {
      segments: [
        { name: 'recents', year: '2014', articles: 68, buckets: 1, version: 'b3nq' },
        { name: '2013', year: '2013', articles: 9_000, buckets: 32, version: 'c7mx' },
      ],
    },
  },
];
