// All articles of a day, by section.
import { archiveUrl } from '../../address/addresses.ts';
import { calendarDayInWords, monthInWords } from '../../time/moment.ts';
import { type BareView, pageType } from '../page-type.ts';
import { neighbourPeriods } from '../parts/periods.ts';
import { showCards } from '../shown.ts';
import type { Card, Link, PageView } from '../views.ts';
import { archivesLink, daysOf, yearLink } from './periods-of-archive.ts';

/** `/archives/{yyyy}/{mm}/{dd}/` */
export interface DayView extends PageView {
  readonly crumb: string;
  readonly sections: readonly { readonly section: Link; readonly articles: readonly Card[] }[];
  readonly newer: Link | null;
  readonly older: Link | null;
}

export const day = pageType({
  name: 'day',
  renderer: 'archive',
  furnished: false,

  *pages({ edition, site }) {
    const days = daysOf(edition);
    for (const [index, { period, url }] of days.entries()) {
      const shown = {
        day: period,
        sections: site.sections.flatMap(({ slug }) => {
          const ofSection = edition.daysBySection.get(slug)!.get(period);
          return ofSection ? [{ slug, articles: showCards(ofSection, null) }] : [];
        }),
        ...neighbourPeriods(days, index),
      };
      yield { url, month: period.slice(0, 7), shown };
    }
  },

  view: ({ day, sections, newer, older }, tools): BareView<DayView, 'crumb'> => {
    const month = day.slice(0, 7);
    return {
      title: tools.words.dayTitle(calendarDayInWords(day)),
      description: tools.words.dayDescription(calendarDayInWords(day)),
      breadcrumb: [
        tools.home,
        archivesLink,
        yearLink(day),
        { url: archiveUrl(month), text: monthInWords(month) },
      ],
      // Its month and year stand before it.
      crumb: calendarDayInWords(day).split(' ', 2).join(' '),
      sections: sections.map(({ slug, articles }) => ({
        section: tools.section(slug),
        articles: tools.cards(articles),
      })),
      newer,
      older,
    };
  },
});
