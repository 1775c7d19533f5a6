// Each section's front: its newest articles, those before them by their days, and the way to its months.

import { sectionMonthUrl, sectionUrl } from '../../address/addresses.ts';
import { listOf } from '../../edition/lists-by.ts';
import type { Slot } from '../../images/slots.ts';
import type { Section } from '../../site/site.ts';
import { monthInWords } from '../../time/moment.ts';
import { type BareView, pageType } from '../page-type.ts';
import { type DayOfCards, daysShown, daysView } from '../parts/days.ts';
import { feedsOfFront } from '../parts/feed-links.ts';
import { groupByDay } from '../parts/periods.ts';
import { showCard, showCards } from '../shown.ts';
import type { Card, FeedLink, PageView, PeriodLink } from '../views.ts';

export interface SectionView extends PageView {
  readonly feeds: readonly FeedLink[];
  /** `grid`: a section of articles of photographs, shown as such. */
  readonly layout: 'list' | 'grid';
  readonly articles: readonly Card[];
  /** Those before them, newest first. */
  readonly days: readonly DayOfCards[];
  /** Newest first. */
  readonly months: readonly PeriodLink[];
}

export const section = pageType({
  name: 'section',
  renderer: 'eleventy',
  furnished: true,
  tellsEdition: true,

  pages: ({ edition, site }) =>
    site.sections.map(section => {
      const { slug, name, description, layout } = section;
      const entries = listOf(edition.bySection, slug).first(Math.max(site.sectionLength, site.sectionDepth));
      const newest = entries.slice(0, site.sectionLength);
      const shown = {
        slug,
        name,
        description,
        layout,
        portal: site.name,
        first: newest[0] ? showCard(newest[0], useOf(section, 0)) : null,
        others: showCards(newest.slice(1), useOf(section, 1)),
        days: daysShown(groupByDay(entries.slice(site.sectionLength, site.sectionDepth))),
        months: listOf(edition.archiveBySection, slug).parts.map(({ month, size }) => ({
          url: sectionMonthUrl(slug, month),
          text: monthInWords(month),
          count: size,
        })),
      };
      return { url: sectionUrl(slug), shown };
    }),

  view: (shown, tools): BareView<SectionView, 'feeds'> => ({
    title: shown.name,
    feeds: feedsOfFront(sectionUrl(shown.slug), shown.name),
    description: shown.description ?? tools.words.sectionDescription(shown.name, shown.portal),
    breadcrumb: [tools.home],
    layout: shown.layout,
    articles: [...(shown.first ? [tools.card(shown.first)] : []), ...tools.cards(shown.others)],
    days: daysView(shown.days, tools),
    months: shown.months,
  }),
});

/** A list opens with its newest article in full size; in a grid all are alike. */
function useOf({ layout }: Section, place: number): Slot {
  if (layout === 'grid') return 'grid';
  return place === 0 ? 'lead' : 'card';
}
