// The page that searches: the reader's browser reads the index, of which it needs but a few files (decision 066).
import {
  NUMBER_SLOT,
  SEARCH_URL,
  SEGMENT_SLOT,
  SUGGESTIONS_URL,
  searchCardsUrl,
  searchTermsUrl,
} from '../../address/addresses.ts';
import { pageWords } from '../../locale/page-words.ts';
import type { SearchSegment } from '../../search/search-files.ts';
import { type BareView, pageType } from '../page-type.ts';
import type { PageView } from '../views.ts';
import { segmentsOf } from './segments.ts';

/** `/recherche/` */
export interface SearchView extends PageView {
  /** Where the files of the search are. Those of the segments have slots for which one it is. */
  readonly files: {
    readonly suggestions: string;
    readonly terms: string;
    readonly cards: string;
  };
  /** What can be searched, newest first, as the JSON text of `SearchSegment[]`: in the page itself, since nothing can be asked for before it is known. */
  readonly segments: string;
  /** By which results can be sifted. */
  readonly sections: readonly { readonly slug: string; readonly name: string }[];
}

export const SEARCH_FILES: SearchView['files'] = {
  suggestions: SUGGESTIONS_URL,
  terms: searchTermsUrl(SEGMENT_SLOT, NUMBER_SLOT),
  cards: searchCardsUrl(SEGMENT_SLOT, NUMBER_SLOT),
};

export const search = pageType({
  name: 'search',
  renderer: 'eleventy',
  furnished: true,
  reserved: ['recherche'],
  service: () => ({ url: SEARCH_URL, text: pageWords.search }),

  pages: ({ site, edition }) => {
    const segments = segmentsOf(edition).map(
      ({ name, year, size, buckets, version }): SearchSegment => ({
        name,
        year,
        articles: size,
        buckets,
        version,
      }),
    );
    const sections = site.sections.map(({ slug, name }) => ({ slug, name }));
    return [{ url: SEARCH_URL, shown: { portal: site.name, segments, sections } }];
  },

  view: ({ portal, segments, sections }, tools): BareView<SearchView> => ({
    title: tools.words.search,
    description: tools.words.searchDescription(portal),
    breadcrumb: [tools.home],
    files: SEARCH_FILES,
    segments: JSON.stringify(segments),
    sections,
  }),
});
