// Samples of the ticker.
import type { BlockSample } from '../samples/page-sample.ts';
import { sampleFlashes } from '../samples/sample-matter.ts';
import type { TickerView } from './ticker.ts';

export const samples: readonly BlockSample<TickerView>[] = [
  {
    name: 'the urgent headlines',
    view: { flashes: sampleFlashes.map(({ url, text, until, lang }) => ({ url, text, until, lang })) },
  },
];
