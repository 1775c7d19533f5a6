// The days of a month, each with the article that led it.
import { archiveUrl } from '../../address/addresses.ts';
import { mix } from '../../hash/hash.ts';
import { calendarDayInWords, monthInWords } from '../../time/moment.ts';
import { type BareView, type MonthOfPages, type PageContext, pageType } from '../page-type.ts';
import { groupByDay, neighbourPeriods, plainMonth } from '../parts/periods.ts';
import { digestOf, type LinkRef, showLink } from '../shown.ts';
import type { Link, PageView, PeriodLink } from '../views.ts';
import { archivesLink, leadOf, monthsOf, yearLink } from './periods-of-archive.ts';

/** `/archives/{yyyy}/{mm}/` */
export interface MonthView extends PageView {
  readonly crumb: string;
  readonly days: readonly (PeriodLink & { readonly lead: Link })[];
  readonly newer: Link | null;
  readonly older: Link | null;
}

interface ShownMonth {
  readonly month: string;
  readonly days: readonly { readonly day: string; readonly count: number; readonly lead: LinkRef }[];
  readonly newer: Link | null;
  readonly older: Link | null;
}

export const month = pageType({
  name: 'month',
  renderer: 'archive',
  furnished: false,

  *pages(context) {
    for (const { pages } of monthMonths(context)) yield* pages();
  },

  months: monthMonths,

  view: ({ month, days, newer, older }, tools): BareView<MonthView, 'crumb'> => ({
    title: tools.words.monthTitle(monthInWords(month)),
    description: tools.words.monthDescription(monthInWords(month)),
    breadcrumb: [tools.home, archivesLink, yearLink(month)],
    crumb: monthInWords(month),
    days: days.map(({ day, count, lead }) => ({
      url: archiveUrl(day),
      text: calendarDayInWords(day),
      count,
      lead: tools.link(lead),
    })),
    newer,
    older,
  }),
});

function* monthMonths({ edition }: PageContext): Generator<MonthOfPages<ShownMonth>, void> {
  const months = monthsOf(edition);
  for (const [index, ofMonth] of edition.published.months.entries()) {
    const { month, digest } = ofMonth;
    const beside = neighbourPeriods(months, index);
    yield {
      ...plainMonth(month, 1, mix(digest, digestOf(beside))),
      *pages() {
        const days = groupByDay(ofMonth.entries).map(([day, entries]) => ({
          day,
          count: entries.length,
          lead: showLink(leadOf(entries)),
        }));
        yield { url: archiveUrl(month), shown: { month, days, ...beside } };
      },
    };
  }
}
