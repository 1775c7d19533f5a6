// « La une »: a lead and slides by priority, the newest of all, the newest of each section, photographs.
import { HOME_URL } from '../../address/addresses.ts';
import { coverReference } from '../../article/article-media.ts';
import type { Entry } from '../../edition/entry.ts';
import { leadAndHeadlines } from '../../edition/lead.ts';
import { type BareView, pageType } from '../page-type.ts';
import { latestShown, type ShownLatest } from '../parts/latest.ts';
import { showCard, showCards } from '../shown.ts';
import type { Tools } from '../tools.ts';
import type { Card, Link, PageView } from '../views.ts';

export interface HomeView extends PageView {
  /** null only while nothing at all is published. */
  readonly lead: Card | null;
  /** « À la une »: the next most important, without the lead. */
  readonly slides: readonly Card[];
  /** « Le fil »: the last of the rest that appeared, whatever their section, each with the moment at which it did. */
  readonly wire: readonly Card[];
  /** Sections that have something, in order, without what stands above. */
  readonly sections: readonly { readonly section: Link; readonly articles: readonly Card[] }[];
  /** The newest articles with a photograph that stand nowhere above. */
  readonly photographs: readonly Card[];
}

/** How many articles « Le fil » shows. */
const WIRE_LENGTH = 7;

/** The strip of photographs has one or two rows, each of this many; a row that is not full looks like a mistake. */
const PHOTOGRAPHS_A_ROW = 3;
const PHOTOGRAPHS_ROWS = 2;

/** Photographs are looked for among this many of the newest articles. */
const PHOTOGRAPHS_AMONG = 60;

export const home = pageType({
  name: 'home',
  renderer: 'eleventy',
  furnished: true,
  tellsEdition: true,

  pages({ edition, site }) {
    const opening = leadAndHeadlines(edition.current);
    const above = new Set(opening);
    const wire = firstWithout(edition.latest, above, WIRE_LENGTH);
    for (const entry of wire) above.add(entry);
    const sections = site.sections
      .map(({ slug }) => ({
        slug,
        entries: firstWithout(edition.bySection.get(slug)!, above, site.homeSectionLength),
      }))
      .filter(({ entries }) => entries.length > 0);
    for (const { entries } of sections) for (const entry of entries) above.add(entry);
    const shown = {
      description: site.description,
      lead: opening[0] ? showCard(opening[0], 'lead') : null,
      slides: showCards(opening.slice(1), 'slide'),
      wire: latestShown(wire),
      sections: sections.map(({ slug, entries }) => ({
        slug,
        first: showCard(entries[0]!, 'column'),
        others: showCards(entries.slice(1), null),
      })),
      photographs: showCards(photographsOf(edition.current, above), 'grid'),
    };
    return [{ url: HOME_URL, shown }];
  },

  view: (shown, tools): BareView<HomeView> => ({
    title: tools.words.frontPage,
    description: shown.description,
    breadcrumb: [],
    lead: shown.lead && tools.card(shown.lead),
    slides: tools.cards(shown.slides),
    wire: wireCards(shown.wire, tools),
    sections: shown.sections.map(({ slug, first, others }) => ({
      section: tools.section(slug),
      articles: [tools.card(first), ...tools.cards(others)],
    })),
    photographs: tools.cards(shown.photographs),
  }),
});

function wireCards({ articles, late }: ShownLatest, tools: Tools): readonly Card[] {
  return tools.cards(articles).map((card, index) => {
    const appeared = late[index] ?? null;
    return appeared === null ? card : { ...card, date: tools.moment(appeared) };
  });
}

function photographsOf(published: readonly Entry[], above: ReadonlySet<Entry>): readonly Entry[] {
  const pictured = published
    .slice(0, PHOTOGRAPHS_AMONG)
    .filter(entry => !above.has(entry) && coverReference(entry.media));
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
