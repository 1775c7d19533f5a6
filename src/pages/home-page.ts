// « La une »: a lead and slides by priority, the newest of all, the newest of each section, photographs.
import type { Entry } from '../edition/entry.ts';
import { leadAndHeadlines } from '../edition/lead.ts';
import { pageWords } from '../locale/page-words.ts';
import { HOME_URL } from './addresses.ts';
import { cardOf, cardParts, cardsOf, sectionLink, sectionName } from './card.ts';
import { type BareView, type Page, type PageContext, partsOf } from './page.ts';
import type { Card, HomeView, Link } from './views.ts';

export function homeLink(): Link {
  return { url: HOME_URL, text: pageWords.frontPage };
}

/** How many articles « Le fil » shows. */
const WIRE_LENGTH = 7;

/** A strip of fewer photographs looks like a mistake; of more, it would be a page of its own. */
const PHOTOGRAPHS = { least: 3, most: 6 };

/** Photographs are looked for among this many of the newest articles. */
const PHOTOGRAPHS_AMONG = 60;

export function homePage(context: PageContext): Page {
  const { edition, site } = context;
  const opening = leadAndHeadlines(edition.published);
  const shown = new Set(opening);
  const wire = firstWithout(edition.published, shown, WIRE_LENGTH);
  for (const entry of wire) shown.add(entry);
  const sections = site.sections
    .map(({ slug }) => ({
      slug,
      entries: firstWithout(edition.bySection.get(slug)!, shown, site.homeSectionLength),
    }))
    .filter(({ entries }) => entries.length > 0);
  for (const { entries } of sections) for (const entry of entries) shown.add(entry);
  const candidates = edition.published.slice(0, PHOTOGRAPHS_AMONG);
  return {
    url: HOME_URL,
    template: 'home',
    furnished: true,
    parts: partsOf([
      cardParts(opening),
      cardParts(wire),
      sections.map(({ slug, entries }) => [slug, sectionName(slug, site), cardParts(entries)]),
      cardParts(candidates),
      site.description,
    ]),
    view: (): BareView<HomeView> => ({
      url: HOME_URL,
      title: pageWords.frontPage,
      description: site.description,
      breadcrumb: [],
      lead: opening[0] ? cardOf(opening[0], context) : null,
      slides: cardsOf(opening.slice(1), context),
      wire: cardsOf(wire, context),
      sections: sections.map(({ slug, entries }) => ({
        section: sectionLink(slug, site),
        articles: cardsOf(entries, context),
      })),
      photographs: photographsOf(candidates, shown, context),
    }),
  };
}

function photographsOf(
  candidates: readonly Entry[],
  shown: ReadonlySet<Entry>,
  context: PageContext,
): readonly Card[] {
  const cards = cardsOf(
    candidates.filter(entry => !shown.has(entry)),
    context,
  ).filter(({ image }) => image !== null);
  return cards.length < PHOTOGRAPHS.least ? [] : cards.slice(0, PHOTOGRAPHS.most);
}

function firstWithout<T>(entries: readonly T[], without: ReadonlySet<T>, count: number): readonly T[] {
  const first: T[] = [];
  for (const entry of entries) {
    if (first.length === count) break;
    if (!without.has(entry)) first.push(entry);
  }
  return first;
}
