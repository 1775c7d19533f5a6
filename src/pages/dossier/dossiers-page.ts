// « Pages spéciales »: the list of dossiers.
import { DOSSIERS_URL, dossierUrl } from '../../address/addresses.ts';
import { pageWords } from '../../locale/page-words.ts';
import { type BareView, pageType } from '../page-type.ts';
import { showCard } from '../shown.ts';
import type { Card, PageView } from '../views.ts';

/** `/dossiers/` */
export interface DossiersView extends PageView {
  readonly dossiers: readonly {
    readonly url: string;
    readonly title: string;
    readonly standfirst: string;
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

  pages({ edition, site }) {
    const dossiers = site.dossiers.map(({ slug, title, standfirst }) => {
      const entries = edition.byDossier.get(slug)!;
      const newest = entries[0] ? showCard(entries[0], null) : null;
      return { slug, title, standfirst, count: entries.length, newest };
    });
    return [{ url: DOSSIERS_URL, shown: { portal: site.name, dossiers } }];
  },

  view: ({ portal, dossiers }, tools): BareView<DossiersView> => ({
    title: tools.words.dossiers,
    description: tools.words.dossiersDescription(portal),
    breadcrumb: [tools.home],
    dossiers: dossiers.map(({ slug, title, standfirst, count, newest }) => ({
      url: dossierUrl(slug),
      title,
      standfirst,
      count,
      newest: newest && tools.card(newest),
    })),
  }),
});
