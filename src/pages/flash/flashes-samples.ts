// Samples of the page of flashes.
import { FLASHES_URL } from '../../address/addresses.ts';
import { pageWords } from '../../locale/page-words.ts';
import type { BareView } from '../page-type.ts';
import type { PageSample } from '../samples/page-sample.ts';
import { sampleFlashes } from '../samples/sample-matter.ts';
import { about, home } from '../samples/sample-portal.ts';
import type { FlashesView } from './flash-page.ts';

const page = about(pageWords.flashes, [home]);

export const samples: readonly PageSample<BareView<FlashesView>>[] = [
  {
    name: 'the flashes',
    reads: [
      'Dans le bandeau Chine 20.05.2014 13h03 jusqu’au 20.05.2014 21h43 Tremblement de terre',
      'Auparavant Chine 20.05.2014 13h43',
    ],
    url: FLASHES_URL,
    view: { ...page, flashes: sampleFlashes.slice(0, 1), past: sampleFlashes.slice(1) },
    furniture: 'fresh',
  },
  {
    name: 'a day without flashes',
    reads: ['Flash Aucun flash en ce moment.'],
    url: FLASHES_URL,
    view: { ...page, flashes: [], past: [] },
    furniture: 'stale',
  },
];
