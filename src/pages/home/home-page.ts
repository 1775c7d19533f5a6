// « La une »: a lead and headlines by priority, the newest of all, then bands down to the end: sections side by side, photographs, furniture.

import { HOME_URL } from '../../address/addresses.ts';
import type { Entry } from '../../edition/entry.ts';
import { listOf } from '../../edition/lists-by.ts';
import type { Slot } from '../../images/slots.ts';
import { type BareView, pageType } from '../page-type.ts';
import { feedsOfFront } from '../parts/feed-links.ts';
import { latestCards, latestShown } from '../parts/latest.ts';
import { type CardRef, type CardsRef, showCard, showCards } from '../shown.ts';
import type { Tools } from '../tools.ts';
import type { Card, FeedLink, Link, PageView } from '../views.ts';
import { openingOf, photographsOf, rowsOf, tilesOf, wireLength } from './home-composition.ts';

export interface HomeView extends PageView {
  readonly feeds: readonly FeedLink[];
  /** null only while nothing at all is published. */
  readonly lead: Card | null;
  /** « À la une »: the next most important, without the lead, when all have a photograph. */
  readonly slides: readonly Card[];
  /** The same when they do not, side by side; one of the two is empty. */
  readonly headlines: readonly Card[];
  /** « Le fil »: the last of the rest that appeared, whatever their section, each with the moment at which it did. */
  readonly wire: readonly Card[];
  /** Below all that, from edge to edge. */
  readonly bands: readonly HomeBand[];
}

export type HomeBand =
  /** One to three sections side by side that have something, in order, without what stands above. */
  | { readonly kind: 'sections'; readonly sections: readonly SectionColumn[] }
  /** Photographs on a dark ground: those of a section that shows its articles so, or the newest that stand nowhere above. */
  | { readonly kind: 'strip'; readonly section: Link | null; readonly tiles: readonly Card[] }
  /** The blocks of the furniture for which there is no room beside the opening. */
  | { readonly kind: 'furniture' };

export interface SectionColumn {
  readonly section: Link;
  readonly first: Card;
  readonly others: readonly Card[];
}

interface ShownSection {
  readonly slug: string;
  readonly first: CardRef;
  readonly others: CardsRef;
}

interface ShownStrip {
  /** Of a section; null: of all. */
  readonly slug: string | null;
  readonly tiles: readonly CardRef[];
}

/** The place of the first photograph of a section that has so many beside it in its row. */
const SLOT_OF_ROW: Readonly<Record<number, Slot>> = { 1: 'lead', 2: 'grid', 3: 'column' };

/** With this many tiles the first one is as large as the four others together. */
const MOSAIC = 5;

export const home = pageType({
  name: 'home',
  renderer: 'eleventy',
  furnished: true,
  tellsEdition: true,

  pages({ edition, site }) {
    const { lead, headlines, asSlides } = openingOf(edition.current);
    const above = new Set(lead === null ? [] : [lead, ...headlines]);
    const take = (entries: readonly Entry[]): readonly Entry[] => {
      for (const entry of entries) above.add(entry);
      return entries;
    };
    const wire = take(
      firstWithout(edition.current.byAppearance(), above, wireLength(edition.current.length - above.size)),
    );
    const strips = site.sections
      .filter(({ layout }) => layout === 'grid')
      .map(({ slug }) => ({ slug, entries: take(tilesOf(listOf(edition.bySection, slug), above)) }))
      .filter(({ entries }) => entries.length > 0);
    const inStrips = new Set(strips.map(({ slug }) => slug));
    const sections = site.sections
      .filter(({ slug }) => !inStrips.has(slug))
      .map(({ slug }) => ({
        slug,
        entries: take(firstWithout(listOf(edition.bySection, slug), above, site.homeSectionLength)),
      }))
      .filter(({ entries }) => entries.length > 0);
    const photographs = strips.length > 0 ? [] : photographsOf(edition.current, above);
    const shown = {
      portal: site.name,
      description: site.description,
      lead: lead && showCard(lead, 'lead'),
      slides: showCards(asSlides ? headlines : [], 'slide'),
      headlines: showCards(asSlides ? [] : headlines, 'card'),
      wire: latestShown(wire),
      sections: rowsOf(sections).map(row =>
        row.map(({ slug, entries }) => ({
          slug,
          first: showCard(entries[0]!, SLOT_OF_ROW[row.length]!),
          others: showCards(entries.slice(1), null),
        })),
      ),
      photographs: [
        ...strips.map(({ slug, entries }) => showStrip(slug, entries)),
        ...(photographs.length > 0 ? [showStrip(null, photographs)] : []),
      ],
    };
    return [{ url: HOME_URL, shown }];
  },

  view: (shown, tools): BareView<HomeView, 'feeds'> => ({
    title: tools.words.frontPage,
    feeds: feedsOfFront(HOME_URL, shown.portal),
    description: shown.description,
    breadcrumb: [],
    lead: shown.lead && tools.card(shown.lead),
    slides: tools.cards(shown.slides),
    headlines: tools.cards(shown.headlines),
    wire: latestCards(shown.wire, tools),
    bands: bandsOf(shown.sections, shown.photographs, tools),
  }),
});

function showStrip(slug: string | null, entries: readonly Entry[]): ShownStrip {
  return {
    slug,
    tiles: entries.map((entry, index) =>
      showCard(entry, index === 0 && entries.length === MOSAIC ? 'lead' : 'grid'),
    ),
  };
}

/** The furniture after the first row of sections, photographs after the second. */
function bandsOf(
  rows: readonly (readonly ShownSection[])[],
  strips: readonly ShownStrip[],
  tools: Tools,
): readonly HomeBand[] {
  const [first = [], second = [], ...others] = rows.map(
    (row): HomeBand => ({
      kind: 'sections',
      sections: row.map(({ slug, first, others }) => ({
        section: tools.section(slug),
        first: tools.card(first),
        others: tools.cards(others),
      })),
    }),
  );
  const [firstStrip = [], ...otherStrips] = strips.map(
    ({ slug, tiles }): HomeBand => ({
      kind: 'strip',
      section: slug === null ? null : tools.section(slug),
      tiles: tiles.map(tools.card),
    }),
  );
  return [first, { kind: 'furniture' } as const, second, firstStrip, ...others, ...otherStrips].flat();
}

function firstWithout<T>(entries: Iterable<T>, without: ReadonlySet<T>, count: number): readonly T[] {
  const first: T[] = [];
  if (count <= 0) return first;
  for (const entry of entries) {
    if (first.length === count) break;
    if (!without.has(entry)) first.push(entry);
  }
  return first;
}
