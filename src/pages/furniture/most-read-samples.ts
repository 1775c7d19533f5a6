// Samples of what is read most.
import type { BlockSample } from '../samples/page-sample.ts';
import { allLinks, sampleSetting } from '../samples/sample-matter.ts';
import { specimenMostRead } from '../specimens/specimen-cards.ts';
import type { MostReadBlockView } from './most-read.ts';

const { counted, chosen } = specimenMostRead(sampleSetting, allLinks);

export const samples: readonly BlockSample<MostReadBlockView>[] = [
  { name: 'what was counted', view: { mostRead: counted } },
  { name: 'what the newsroom chose', view: { mostRead: chosen } },
];
