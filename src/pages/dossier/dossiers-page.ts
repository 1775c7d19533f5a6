// « Pages spéciales »: the list of dossiers.

import { DOSSIERS_URL, dossierUrl } from '../../address/addresses.ts';
import { listOf } from '../../edition/lists-by.ts';
import { pageWords } from '../../locale/page-words.ts';
import { type BareView, pageType } from '../page-type.ts';
import { pictureView, showDataPicture } from '../parts/data-picture.ts';
import { showCard } from '../shown.ts';
import type { Card, ImageView, PageView } from '../views.ts';

/** `/dossiers/` */
export interface DossiersView extends PageView {
  readonly dossiers: readonly {
    readonly url: string;
    readonly title: string;
    readonly standfirst: string;
    readonly image: ImageView | null;
    readonly count: number;
    readonly newest: Card | null;
  }[];
}

export const dossiers = pageType({
  name: 'dossiers',
  renderer: 'eleventy',
  furnished: true,
  reserved: ['dossiers'],
  service: () => ({ url: DOSSIERS_URL, text: pageWords.dossiers }),

  pages({ edition, site, pictureNamed }) {
    const dossiers = site.dossiers.map(({ slug, title, standfirst, image }) => {
      const entries = listOf(edition.byDossier, slug);
      const [first] = entries.first(1);
      const newest = first ? showCard(first, null) : null;
      const picture = showDataPicture(image, pictureNamed, 'grid');
      return { slug, title, standfirst, picture, count: entries.length, newest };
    });
    return [{ url: DOSSIERS_URL, shown: { portal: site.name, dossiers } }];
  },

  view: ({ portal, dossiers }, tools): BareView<DossiersView> => ({
    title: tools.words.dossiers,
    description: tools.words.dossiersDescription(portal),
    breadcrumb: [tools.home],
    dossiers: dossiers.map(({ slug, title, standfirst, picture, count, newest }) => ({
      url: dossierUrl(slug),
      title,
      standfirst,
      image: pictureView(picture, tools),
      count,
      newest: newest && tools.card(newest),
    })),
  }),
});
