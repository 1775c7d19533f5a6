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
    url: FLASHES_URL,
    view: { ...page, flashes: sampleFlashes.slice(0, 1), past: sampleFlashes.slice(1) },
    furniture: 'fresh',
  },
  {
    name: 'a day without flashes',
    url: FLASHES_URL,
    view: { ...page, flashes: [], past: [] },
    furniture: 'stale',
  },
];
