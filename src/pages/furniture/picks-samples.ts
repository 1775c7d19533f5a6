// Samples of the editors' choice.
import type { BlockSample } from '../samples/page-sample.ts';
import { cards } from '../samples/sample-matter.ts';
import { linkTo } from '../specimens/specimen-cards.ts';
import type { PicksView } from './picks.ts';

export const samples: readonly BlockSample<PicksView>[] = [
  { name: 'the editors’ choice', view: { links: [cards.harvest, cards.visitors].map(linkTo) } },
];
