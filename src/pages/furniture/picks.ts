// « Sélection de la rédaction ».
import { type LinkRef, showLink } from '../shown.ts';
import type { Link } from '../views.ts';
import { furnitureBlock } from './furniture-block.ts';

export interface PicksView {
  readonly links: readonly Link[];
}

export const picks = furnitureBlock({
  name: 'picks',
  region: 'column',
  shown: ({ edition }): readonly LinkRef[] | null =>
    edition.picks.length === 0 ? null : edition.picks.map(showLink),
  view: (links, tools): PicksView => ({ links: links.map(tools.link) }),
});
