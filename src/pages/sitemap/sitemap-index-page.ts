// `/sitemap.xml`: where the sitemaps are, and when an article of each month changed last.
import { NEWS_SITEMAP_URL, SITEMAP_INDEX_URL, sitemapUrl } from '../../address/addresses.ts';
import { type BareView, pageType } from '../page-type.ts';
import type { PageView } from '../views.ts';
import { ABOUT, listParts } from './sitemap-page.ts';
import { monthParts } from './sitemap-parts.ts';

export interface SitemapIndexView extends PageView {
  readonly sitemaps: readonly {
    readonly address: string;
    /** null: it is not told. */
    readonly changed: string | null;
  }[];
}

export const sitemapIndex = pageType({
  name: 'sitemap-index',
  renderer: 'archive',
  furnished: false,
  alone: true,

  pages: context => [
    {
      url: SITEMAP_INDEX_URL,
      shown: {
        others: [NEWS_SITEMAP_URL, ...listParts(context).map((_, index) => sitemapUrl('pages', index + 1))],
        months: [...monthParts(context.edition)].map(({ url, changed }) => ({ url, changed })),
      },
    },
  ],

  view: ({ others, months }, tools): BareView<SitemapIndexView> => ({
    ...ABOUT,
    sitemaps: [
      ...others.map(url => ({ address: tools.baseUrl + url, changed: null })),
      ...months.map(({ url, changed }) => ({
        address: tools.baseUrl + url,
        changed: tools.moment(changed).iso,
      })),
    ],
  }),
});
