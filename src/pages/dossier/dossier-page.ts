// A dossier: its key article, then the rest by day.
import { DOSSIERS_URL, dossierUrl } from '../../address/addresses.ts';
import type { Entry } from '../../edition/entry.ts';
import { type BareView, pageType } from '../page-type.ts';
import { type DayOfCards, daysShown, daysView } from '../parts/days.ts';
import { groupByDay } from '../parts/periods.ts';
import { showCard } from '../shown.ts';
import type { Card, PageView } from '../views.ts';

/** `/dossiers/{slug}/` */
export interface DossierView extends PageView {
  readonly standfirst: string;
  readonly running: boolean;
  readonly lead: Card | null;
  /** The rest, newest first. */
  readonly days: readonly DayOfCards[];
}

export const dossier = pageType({
  name: 'dossier',
  renderer: 'eleventy',
  furnished: true,

  pages: ({ edition, site }) =>
    site.dossiers.map(({ slug, title, standfirst, running }) => {
      const entries = edition.byDossier.get(slug)!;
      const key = keyArticle(entries);
      const shown = {
        title,
        standfirst,
        running,
        lead: key ? showCard(key, 'lead') : null,
        days: daysShown(groupByDay(entries.filter(entry => entry !== key))),
      };
      return { url: dossierUrl(slug), shown };
    }),

  view: ({ title, standfirst, running, lead, days }, tools): BareView<DossierView> => ({
    title,
    description: standfirst,
    breadcrumb: [tools.home, { url: DOSSIERS_URL, text: tools.words.dossiers }],
    standfirst,
    running,
    lead: lead && tools.card(lead),
    days: daysView(days, tools),
  }),
});

/** The dossier's article of the highest priority; the newest of them. */
function keyArticle(entries: readonly Entry[]): Entry | undefined {
  let key = entries[0];
  for (const entry of entries) if (key && entry.priority > key.priority) key = entry;
  return key;
}
