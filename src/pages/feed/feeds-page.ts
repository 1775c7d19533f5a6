// `/flux/`: what feeds are, for those who never saw one, and where each is.
import { FEEDS_URL, type FeedFormat, feedUrl, HOME_URL, sectionUrl } from '../../address/addresses.ts';
import { FEED_TYPES } from '../../host/content-type.ts';
import { pageWords } from '../../locale/page-words.ts';
import { type BareView, pageType } from '../page-type.ts';
import type { FeedLink, PageView } from '../views.ts';

export interface FeedsView extends PageView {
  /** The portal's, then those of its sections. */
  readonly rows: readonly FeedsRow[];
  /** The whole address of one, as somebody would copy it. */
  readonly example: string;
  /** What is added to the address of a topic for its feed. */
  readonly file: string;
}

/** The feeds of one page. */
export interface FeedsRow {
  readonly name: string;
  readonly page: string;
  readonly feeds: readonly FeedLink[];
}

export const feeds = pageType({
  name: 'feeds',
  renderer: 'eleventy',
  furnished: false,
  reserved: ['flux'],

  pages: ({ site }) => [
    {
      url: FEEDS_URL,
      shown: { portal: site.name, sections: site.sections.map(({ slug, name }) => ({ slug, name })) },
    },
  ],

  view: ({ portal, sections }, tools): BareView<FeedsView> => ({
    title: pageWords.feeds,
    description: pageWords.feedsDescription(portal),
    breadcrumb: [tools.home],
    rows: [
      feedsRow(tools.words.frontPage, HOME_URL),
      ...sections.map(({ slug, name }) => feedsRow(name, sectionUrl(slug))),
    ],
    example: tools.baseUrl + feedUrl(HOME_URL, 'atom'),
    file: feedUrl('', 'atom'),
  }),
});

/** Titles are the names of formats, which are no words. */
const FORMATS: readonly (readonly [format: FeedFormat, title: string])[] = [
  ['atom', 'Atom'],
  ['rss', 'RSS'],
  ['json', 'JSON'],
];

export function feedsRow(name: string, page: string): FeedsRow {
  return {
    name,
    page,
    feeds: FORMATS.map(([format, title]) => ({
      url: feedUrl(page, format),
      type: FEED_TYPES[format],
      title,
    })),
  };
}
