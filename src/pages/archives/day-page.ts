// All articles of a day, by section.
import { archiveUrl } from '../../address/addresses.ts';
import { mix } from '../../hash/hash.ts';
import { calendarDayInWords, monthInWords } from '../../time/moment.ts';
import { type BareView, type MonthOfPages, type PageContext, pageType } from '../page-type.ts';
import { neighbourPeriods, plainMonth } from '../parts/periods.ts';
import { type CardsRef, digestOf, showCards } from '../shown.ts';
import type { Card, Link, PageView } from '../views.ts';
import { archivesLink, periodsOfDays, yearLink } from './periods-of-archive.ts';

/** `/archives/{yyyy}/{mm}/{dd}/` */
export interface DayView extends PageView {
  readonly crumb: string;
  readonly sections: readonly { readonly section: Link; readonly articles: readonly Card[] }[];
  readonly newer: Link | null;
  readonly older: Link | null;
}

interface ShownDayPage {
  readonly day: string;
  readonly sections: readonly { readonly slug: string; readonly articles: CardsRef }[];
  readonly newer: Link | null;
  readonly older: Link | null;
}

export const day = pageType({
  name: 'day',
  renderer: 'archive',
  furnished: false,

  *pages(context) {
    for (const { pages } of dayMonths(context)) yield* pages();
  },

  months: dayMonths,

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

function* dayMonths({ edition, site }: PageContext): Generator<MonthOfPages<ShownDayPage>, void> {
  const { months } = edition.published;
  const ofSite = digestOf(site.sections.map(({ slug }) => slug));
  for (const [index, ofMonth] of months.entries()) {
    const { month, digest, summary } = ofMonth;
    const { days } = summary;
    // The days beside the first and the last one.
    const newer = months[index - 1]?.summary.days.slice(-1) ?? [];
    const older = months[index + 1]?.summary.days.slice(0, 1) ?? [];
    const beside = digestOf([newer, older].map(([day]) => day?.[0] ?? null));
    yield {
      ...plainMonth(month, days.length, mix(mix(digest, ofSite), beside)),
      *pages() {
        const periods = periodsOfDays([...newer, ...days, ...older]);
        for (const [index, [day]] of days.entries()) {
          const at = index + newer.length;
          const bySection = Map.groupBy(ofMonth.day(day), ({ section }) => section);
          const sections = site.sections.flatMap(({ slug }) => {
            const ofSection = bySection.get(slug);
            return ofSection ? [{ slug, articles: showCards(ofSection, null) }] : [];
          });
          yield {
            url: periods[at]!.url,
            month,
            shown: { day, sections, ...neighbourPeriods(periods, at) },
          };
        }
      },
    };
  }
}
