// A section's articles of one month, under the day of each.

import { sectionMonthUrl, sectionUrl } from '../../address/addresses.ts';
import { listOf } from '../../edition/lists-by.ts';
import { mix } from '../../hash/hash.ts';
import { monthInWords } from '../../time/moment.ts';
import { type BareView, type MonthOfPages, type PageContext, pageType } from '../page-type.ts';
import { type DayOfCards, daysShown, daysView, type ShownDay } from '../parts/days.ts';
import { groupByDay, neighbourPeriods, plainMonth } from '../parts/periods.ts';
import { digestOf } from '../shown.ts';
import type { Link, PageView } from '../views.ts';

/** `/{section}/{yyyy}/{mm}/` */
export interface SectionMonthView extends PageView {
  readonly crumb: string;
  readonly section: Link;
  /** Newest first. */
  readonly days: readonly DayOfCards[];
  readonly newer: Link | null;
  readonly older: Link | null;
}

interface ShownSectionMonth {
  readonly section: Link;
  /** `mai 2014` */
  readonly month: string;
  readonly days: readonly ShownDay[];
  readonly newer: Link | null;
  readonly older: Link | null;
}

export const sectionMonth = pageType({
  name: 'section-month',
  renderer: 'archive',
  furnished: false,

  *pages(context) {
    for (const { pages } of monthsOfSections(context)) yield* pages();
  },

  months: monthsOfSections,

  view: ({ section, month, days, newer, older }, tools): BareView<SectionMonthView, 'section' | 'crumb'> => ({
    title: tools.words.sectionMonthTitle(section.text, month),
    description: tools.words.sectionMonthDescription(section.text, month),
    breadcrumb: [tools.home, section],
    crumb: month,
    section,
    days: daysView(days, tools),
    newer,
    older,
  }),
});

/** All sections together, month by month. */
function* monthsOfSections({ edition, site }: PageContext): Generator<MonthOfPages<ShownSectionMonth>, void> {
  const sections = site.sections.map(({ slug, name }) => {
    const { parts } = listOf(edition.archiveBySection, slug);
    const links = parts.map(
      ({ month }): Link => ({ url: sectionMonthUrl(slug, month), text: monthInWords(month) }),
    );
    return { link: { url: sectionUrl(slug), text: name }, parts, links, next: 0 };
  });
  for (const { month, digest } of edition.published.months) {
    // Months go down in every section, so each of its pages is the next one.
    const ofMonth = sections
      .filter(({ parts, next }) => parts[next]?.month === month)
      .map(section => {
        const index = section.next++;
        const beside = neighbourPeriods(section.links, index);
        return { section, index, beside };
      });
    const beside = digestOf(ofMonth.map(({ section, beside }) => ({ section: section.link, ...beside })));
    yield {
      ...plainMonth(month, ofMonth.length, mix(digest, beside)),
      *pages() {
        for (const { section, index, beside } of ofMonth) {
          const { url, text } = section.links[index]!;
          const days = daysShown(groupByDay(section.parts[index]!.entries));
          yield { url, month, shown: { section: section.link, month: text, days, ...beside } };
        }
      },
    };
  }
}
