// Samples of the page that searches.
import { SEARCH_URL } from '../../address/addresses.ts';
import { pageWords } from '../../locale/page-words.ts';
import type { SearchSegment } from '../../search/search-files.ts';
import type { BareView } from '../page-type.ts';
import type { PageSample } from '../samples/page-sample.ts';
import { about, home } from '../samples/sample-portal.ts';
import { SEARCH_FILES, type SearchView } from './search-page.ts';

export const samples: readonly PageSample<BareView<SearchView>>[] = [
  {
    name: 'the search',
    reads: ['La recherche se fait dans le navigateur, avec JavaScript.'],
    url: SEARCH_URL,
    view: {
      ...about(pageWords.search, [home]),
      files: SEARCH_FILES,
      segments: JSON.stringify([
        { name: 'recents', year: '2014', articles: 68, buckets: 1, version: 'b3nq' },
        { name: '2013', year: '2013', articles: 9_000, buckets: 128, version: 'c7mx' },
      ] satisfies readonly SearchSegment[]),
      sections: [
        { slug: 'chine', name: 'Chine' },
        { slug: 'monde', name: 'Monde' },
      ],
    },
    furniture: 'fresh',
  },
];
