// « Pages spéciales »: the dossiers under way.
import { dossierUrl } from '../../address/addresses.ts';
import type { Link } from '../views.ts';
import { furnitureBlock } from './furniture-block.ts';

export interface DossiersBlockView {
  readonly links: readonly Link[];
}

export const dossiers = furnitureBlock({
  name: 'dossiers',
  region: 'column',

  shown({ site }): readonly Link[] | null {
    const running = site.dossiers.filter(({ running }) => running);
    return running.length === 0
      ? null
      : running.map(({ slug, title }) => ({ url: dossierUrl(slug), text: title }));
  },

  view: (links): DossiersBlockView => ({ links }),
});
