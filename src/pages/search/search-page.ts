// The page that searches: the reader's browser looks through the files of `search-month.ts`.
import { SEARCH_MONTHS_URL, SEARCH_URL } from '../../address/addresses.ts';
import { pageWords } from '../../locale/page-words.ts';
import { type BareView, pageType } from '../page-type.ts';
import type { PageView } from '../views.ts';

/** `/recherche/` */
export interface SearchView extends PageView {
  /** The list of the months that can be searched. */
  readonly index: string;
}

export const search = pageType({
  name: 'search',
  renderer: 'eleventy',
  furnished: true,
  reserved: ['recherche'],
  service: () => ({ url: SEARCH_URL, text: pageWords.search }),

  pages: ({ site }) => [{ url: SEARCH_URL, shown: { portal: site.name } }],

  view: ({ portal }, tools): BareView<SearchView> => ({
    title: tools.words.search,
    description: tools.words.searchDescription(portal),
    breadcrumb: [tools.home],
    index: SEARCH_MONTHS_URL,
  }),
});
