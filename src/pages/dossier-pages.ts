// « Pages spéciales »: the list of dossiers, and each with its key article and the rest by day.

import { DOSSIERS_URL, dossierUrl } from '../address/addresses.ts';
import type { Entry } from '../edition/entry.ts';
import { pageWords } from '../locale/page-words.ts';
import { cardOf, cardParts } from './card.ts';
import { homeLink } from './home-page.ts';
import { type BareView, type Page, type PageContext, partsOf } from './page.ts';
import { daysOf } from './section-pages.ts';
import type { DossiersView, DossierView, Link } from './views.ts';
import { cardFiles } from './wanted-files.ts';

export function dossierPages(context: PageContext): Page[] {
  const { edition, site } = context;
  const dossiers = site.dossiers.map(dossier => ({
    ...dossier,
    entries: edition.byDossier.get(dossier.slug)!,
  }));
  const list: Page = {
    url: DOSSIERS_URL,
    template: 'dossiers',
    furnished: true,
    parts: partsOf(
      dossiers.map(({ slug, title, standfirst, entries }) => [
        slug,
        title,
        standfirst,
        entries.length,
        cardParts(entries.slice(0, 1)),
      ]),
    ),
    view: (): BareView<DossiersView> => ({
      url: DOSSIERS_URL,
      title: pageWords.dossiers,
      description: pageWords.dossiersDescription(site.name),
      breadcrumb: [homeLink()],
      dossiers: dossiers.map(({ slug, title, standfirst, entries }) => ({
        url: dossierUrl(slug),
        title,
        standfirst,
        count: entries.length,
        newest: entries[0] ? cardOf(entries[0], context, null) : null,
      })),
    }),
  };
  return [
    list,
    ...dossiers.map(({ slug, title, standfirst, running, entries }): Page => {
      const lead = keyArticle(entries);
      const rest = entries.filter(entry => entry !== lead);
      return {
        url: dossierUrl(slug),
        template: 'dossier',
        furnished: true,
        parts: partsOf([title, standfirst, running, lead?.cardHash, cardParts(rest)]),
        files: () => cardFiles(lead ? [lead] : [], 'lead', context),
        view: (): BareView<DossierView> => ({
          url: dossierUrl(slug),
          title,
          description: standfirst,
          breadcrumb: [homeLink(), dossiersLink()],
          standfirst,
          running,
          lead: lead ? cardOf(lead, context, 'lead') : null,
          days: daysOf(rest, context),
        }),
      };
    }),
  ];
}

function dossiersLink(): Link {
  return { url: DOSSIERS_URL, text: pageWords.dossiers };
}

/** The dossier's article of the highest priority; the newest of them. */
function keyArticle(entries: readonly Entry[]): Entry | undefined {
  let key = entries[0];
  for (const entry of entries) if (key && entry.priority > key.priority) key = entry;
  return key;
}
