// « La une »: a lead and slides by priority, the newest of all, the newest of each section, photographs.

import { HOME_URL } from '../address/addresses.ts';
import { coverReference } from '../article/article-media.ts';
import type { Entry } from '../edition/entry.ts';
import { leadAndHeadlines } from '../edition/lead.ts';
import { pageWords } from '../locale/page-words.ts';
import { cardOf, cardParts, cardsOf, sectionLink, sectionName } from './card.ts';
import { type BareView, type Page, type PageContext, partsOf } from './page.ts';
import type { HomeView, Link } from './views.ts';
import { cardFiles } from './wanted-files.ts';

export function homeLink(): Link {
  return { url: HOME_URL, text: pageWords.frontPage };
}

/** How many articles « Le fil » shows. */
const WIRE_LENGTH = 7;

/** The strip of photographs has one or two rows, each of this many; a row that is not full looks like a mistake. */
const PHOTOGRAPHS_A_ROW = 3;
const PHOTOGRAPHS_ROWS = 2;

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
  const photographs = photographsOf(edition.published, shown);
  return {
    url: HOME_URL,
    template: 'home',
    furnished: true,
    parts: partsOf([
      cardParts(opening),
      cardParts(wire),
      sections.map(({ slug, entries }) => [slug, sectionName(slug, site), cardParts(entries)]),
      cardParts(photographs),
      site.description,
    ]),
    *files() {
      yield* cardFiles(opening.slice(0, 1), 'lead', context);
      yield* cardFiles(opening.slice(1), 'slide', context);
      for (const { entries } of sections) yield* cardFiles(entries.slice(0, 1), 'column', context);
      yield* cardFiles(photographs, 'grid', context);
    },
    view: (): BareView<HomeView> => ({
      url: HOME_URL,
      title: pageWords.frontPage,
      description: site.description,
      breadcrumb: [],
      lead: opening[0] ? cardOf(opening[0], context, 'lead') : null,
      slides: cardsOf(opening.slice(1), context, 'slide'),
      wire: cardsOf(wire, context, null),
      sections: sections.map(({ slug, entries }) => ({
        section: sectionLink(slug, site),
        articles: entries.map((entry, place) => cardOf(entry, context, place === 0 ? 'column' : null)),
      })),
      photographs: cardsOf(photographs, context, 'grid'),
    }),
  };
}

function photographsOf(published: readonly Entry[], shown: ReadonlySet<Entry>): readonly Entry[] {
  const pictured = published
    .slice(0, PHOTOGRAPHS_AMONG)
    .filter(entry => !shown.has(entry) && coverReference(entry.media));
  const rows = Math.min(PHOTOGRAPHS_ROWS, Math.floor(pictured.length / PHOTOGRAPHS_A_ROW));
  return pictured.slice(0, rows * PHOTOGRAPHS_A_ROW);
}

function firstWithout<T>(entries: readonly T[], without: ReadonlySet<T>, count: number): readonly T[] {
  const first: T[] = [];
  for (const entry of entries) {
    if (first.length === count) break;
    if (!without.has(entry)) first.push(entry);
  }
  return first;
}
