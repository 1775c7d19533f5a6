// The days of a month, each with the article that led it.
import { archiveUrl } from '../../address/addresses.ts';
import { mix } from '../../hash/hash.ts';
import { calendarDayInWords, monthInWords } from '../../time/moment.ts';
import { type BareView, type MonthOfPages, type PageContext, pageType } from '../page-type.ts';
import { editionMonths, neighbourPeriods, plainMonth } from '../parts/periods.ts';
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
  const contents = editionMonths(edition).map(({ content }) => content);
  const months = monthsOf(edition);
  for (const [index, { period, url, days }] of months.entries()) {
    const beside = neighbourPeriods(months, index);
    yield {
      ...plainMonth(period, 1, mix(contents[index]!, digestOf(beside))),
      *pages() {
        const leads = days.map(([day, entries]) => ({
          day,
          count: entries.length,
          lead: showLink(leadOf(entries)),
        }));
        yield { url, shown: { month: period, days: leads, ...beside } };
      },
    };
  }
}
