// Samples of sitemaps.
import { sitemapUrl } from '../../address/addresses.ts';
import type { BareView } from '../page-type.ts';
import type { PageSample } from '../samples/page-sample.ts';
import { cards } from '../samples/sample-matter.ts';
import { samplePortal } from '../samples/sample-portal.ts';
import { ABOUT, type SitemapView } from './sitemap-page.ts';

const { baseUrl } = samplePortal;

export const samples: readonly PageSample<BareView<SitemapView>>[] = [
  {
    name: 'a sitemap',
    reads: ['https://quotidien.example/chine/', 'Le port'],
    url: sitemapUrl('2014-05', 1),
    view: {
      ...ABOUT,
      urls: [
        { address: `${baseUrl}/chine/`, changed: null, images: [], video: null },
        {
          address: baseUrl + cards.port.url,
          changed: cards.port.date.iso,
          images: [`${baseUrl}/images/grues.jpg`],
          video: {
            thumbnail: `${baseUrl}/images/grues.jpg`,
            title: 'Le port',
            description: 'Le port, vu du quai.',
            address: `${baseUrl}/medias/film.mp4`,
            published: cards.port.date.iso,
          },
        },
      ],
    },
  },
];
