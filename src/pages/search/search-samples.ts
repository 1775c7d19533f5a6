// Samples of the page that searches.
import { SEARCH_MONTHS_URL, SEARCH_URL } from '../../address/addresses.ts';
import { pageWords } from '../../locale/page-words.ts';
import type { BareView } from '../page-type.ts';
import type { PageSample } from '../samples/page-sample.ts';
import { about, home } from '../samples/sample-portal.ts';
import type { SearchView } from './search-page.ts';

export const samples: readonly PageSample<BareView<SearchView>>[] = [
  {
    name: 'the search',
    reads: ['La recherche se fait dans le navigateur, avec JavaScript.'],
    url: SEARCH_URL,
    view: { ...about(pageWords.search, [home]), index: SEARCH_MONTHS_URL },
    furniture: 'fresh',
  },
];
