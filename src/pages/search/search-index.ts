// The list of all segments that can be searched: what the reader's browser reads first.
import { SEARCH_INDEX_URL } from '../../address/addresses.ts';
import type { SearchIndex } from '../../search/search-files.ts';
import { pageType } from '../page-type.ts';
import { segmentsOf } from './segments.ts';

export const searchIndex = pageType({
  name: 'search-index',
  renderer: 'json',
  furnished: false,

  pages: ({ edition }) => {
    const segments = segmentsOf(edition).map(({ name, year, entries, buckets, version }) => ({
      name,
      year,
      articles: entries.length,
      buckets,
      version,
    }));
    return [{ url: SEARCH_INDEX_URL, shown: { segments } }];
  },

  view: (shown): SearchIndex => shown,
});
