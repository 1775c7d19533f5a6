// Samples of the sitemap of news.
import { NEWS_SITEMAP_URL } from '../../address/addresses.ts';
import type { BareView } from '../page-type.ts';
import type { PageSample } from '../samples/page-sample.ts';
import { cards } from '../samples/sample-matter.ts';
import { samplePortal } from '../samples/sample-portal.ts';
import type { NewsSitemapView } from './news-sitemap-page.ts';
import { ABOUT } from './sitemap-page.ts';

export const samples: readonly PageSample<BareView<NewsSitemapView>>[] = [
  {
    name: 'the sitemap of news',
    reads: ['Quotidien'],
    url: NEWS_SITEMAP_URL,
    view: {
      ...ABOUT,
      news: [
        {
          address: samplePortal.baseUrl + cards.port.url,
          title: cards.port.title,
          published: cards.port.date.iso,
          lang: 'fr',
        },
      ],
    },
  },
];
