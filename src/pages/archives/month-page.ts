// The days of a month, each with the article that led it.
import { archiveUrl } from '../../address/addresses.ts';
import { calendarDayInWords, monthInWords } from '../../time/moment.ts';
import { type BareView, pageType } from '../page-type.ts';
import { neighbourPeriods } from '../parts/periods.ts';
import { showLink } from '../shown.ts';
import type { Link, PageView, PeriodLink } from '../views.ts';
import { archivesLink, leadOf, monthsOf, yearLink } from './periods-of-archive.ts';

/** `/archives/{yyyy}/{mm}/` */
export interface MonthView extends PageView {
  readonly crumb: string;
  readonly days: readonly (PeriodLink & { readonly lead: Link })[];
  readonly newer: Link | null;
  readonly older: Link | null;
}

export const month = pageType({
  name: 'month',
  renderer: 'archive',
  furnished: false,

  pages({ edition }) {
    const months = monthsOf(edition);
    return months.map(({ period, url, days }, index) => {
      const shown = {
        month: period,
        days: days.map(([day, entries]) => ({ day, count: entries.length, lead: showLink(leadOf(entries)) })),
        ...neighbourPeriods(months, index),
      };
      return { url, shown };
    });
  },

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
