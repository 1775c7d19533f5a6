// Samples of the page that explains feeds.
import { FEEDS_URL, feedUrl, HOME_URL, sectionUrl } from '../../address/addresses.ts';
import { pageWords } from '../../locale/page-words.ts';
import type { BareView } from '../page-type.ts';
import type { PageSample } from '../samples/page-sample.ts';
import { about, home, samplePortal } from '../samples/sample-portal.ts';
import { type FeedsView, feedsRow } from './feeds-page.ts';

export const samples: readonly PageSample<BareView<FeedsView>>[] = [
  {
    name: 'the page that explains feeds',
    reads: ['Un flux est une liste', 'quotidien.example/flux.xml', 'Chine'],
    url: FEEDS_URL,
    view: {
      ...about(pageWords.feeds, [home]),
      rows: [feedsRow(pageWords.frontPage, HOME_URL), feedsRow('Chine', sectionUrl('chine'))],
      file: feedUrl('', 'atom'),
      example: samplePortal.baseUrl + feedUrl(HOME_URL, 'atom'),
    },
  },
];
