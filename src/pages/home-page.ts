// « La une »: a lead and headlines by priority, then the newest of each section.
import { leadAndHeadlines } from '../edition/lead.ts';
import { pageWords } from '../locale/page-words.ts';
import { momentOf } from '../time/moment.ts';
import { HOME_URL } from './addresses.ts';
import { cardOf, cardParts, cardsOf, sectionLink } from './card.ts';
import { type BareView, type Page, type PageContext, partsOf } from './page.ts';
import type { HomeView, Link } from './views.ts';

export function homeLink(): Link {
  return { url: HOME_URL, text: pageWords.frontPage };
}

export function homePage(context: PageContext): Page {
  const { edition, site } = context;
  const opening = leadAndHeadlines(edition.published);
  const above = new Set(opening);
  const sections = site.sections
    .map(({ slug }) => ({
      slug,
      entries: firstWithout(edition.bySection.get(slug)!, above, site.homeSectionLength),
    }))
    .filter(({ entries }) => entries.length > 0);
  const newest = edition.published[0];
  return {
    url: HOME_URL,
    template: 'home',
    furnished: true,
    parts: partsOf([
      cardParts(opening),
      sections.map(({ slug, entries }) => [slug, cardParts(entries)]),
      newest?.from,
      site.description,
    ]),
    view: (): BareView<HomeView> => ({
      url: HOME_URL,
      title: pageWords.frontPage,
      description: site.description,
      breadcrumb: [],
      // The newest article dates the edition: the clock of the build would change the page on a quiet night.
      edition: newest ? momentOf(newest.from, site.timeZone) : null,
      lead: opening[0] ? cardOf(opening[0], context) : null,
      headlines: cardsOf(opening.slice(1), context),
      sections: sections.map(({ slug, entries }) => ({
        section: sectionLink(slug, site),
        articles: cardsOf(entries, context),
      })),
    }),
  };
}

function firstWithout<T>(entries: readonly T[], without: ReadonlySet<T>, count: number): readonly T[] {
  const first: T[] = [];
  for (const entry of entries) {
    if (first.length === count) break;
    if (!without.has(entry)) first.push(entry);
  }
  return first;
}
