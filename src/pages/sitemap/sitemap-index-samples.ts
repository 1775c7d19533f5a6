// Samples of the list of sitemaps.
import { SITEMAP_INDEX_URL, sitemapUrl } from '../../address/addresses.ts';
import type { BareView } from '../page-type.ts';
import type { PageSample } from '../samples/page-sample.ts';
import { cards } from '../samples/sample-matter.ts';
import { samplePortal } from '../samples/sample-portal.ts';
import type { SitemapIndexView } from './sitemap-index-page.ts';
import { ABOUT } from './sitemap-page.ts';

const { baseUrl } = samplePortal;

export const samples: readonly PageSample<BareView<SitemapIndexView>>[] = [
  {
    name: 'the list of sitemaps',
    reads: ['pages.xml', '2014-05.xml'],
    url: SITEMAP_INDEX_URL,
    view: {
      ...ABOUT,
      sitemaps: [
        { address: baseUrl + sitemapUrl('pages', 1), changed: null },
        { address: baseUrl + sitemapUrl('2014-05', 1), changed: cards.port.date.iso },
      ],
    },
  },
];
