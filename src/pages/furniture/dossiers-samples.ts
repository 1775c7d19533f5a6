// Samples of the dossiers under way.
import type { BlockSample } from '../samples/page-sample.ts';
import { shanghaiSummit, worldCup } from '../samples/sample-portal.ts';
import type { DossiersBlockView } from './dossiers.ts';

export const samples: readonly BlockSample<DossiersBlockView>[] = [
  { name: 'the dossiers under way', view: { links: [shanghaiSummit, worldCup] } },
];
