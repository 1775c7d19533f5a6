// The months of a year.
import { archiveUrl } from '../../address/addresses.ts';
import { type BareView, pageType } from '../page-type.ts';
import { neighbourPeriods } from '../parts/periods.ts';
import type { Link, PageView, PeriodLink } from '../views.ts';
import { archivesLink, monthsOf, periodLink, yearsOf } from './periods-of-archive.ts';

/** `/archives/{yyyy}/` */
export interface YearView extends PageView {
  readonly crumb: string;
  readonly months: readonly PeriodLink[];
  readonly newer: Link | null;
  readonly older: Link | null;
}

export const year = pageType({
  name: 'year',
  renderer: 'archive',
  furnished: false,

  pages({ edition }) {
    const years = yearsOf(edition);
    const months = monthsOf(edition);
    return years.map(({ period, url }, index) => {
      const ofYear = months.filter(month => month.url.startsWith(archiveUrl(period))).map(periodLink);
      return { url, shown: { year: period, months: ofYear, ...neighbourPeriods(years, index) } };
    });
  },

  view: ({ year, ...shown }, tools): BareView<YearView, 'crumb'> => ({
    title: tools.words.yearTitle(year),
    description: tools.words.yearDescription(year),
    breadcrumb: [tools.home, archivesLink],
    crumb: year,
    ...shown,
  }),
});
