// A section's articles of one month, under the day of each.
import { sectionMonthUrl, sectionUrl } from '../../address/addresses.ts';
import { monthInWords } from '../../time/moment.ts';
import { type BareView, pageType } from '../page-type.ts';
import { type DayOfCards, daysShown, daysView } from '../parts/days.ts';
import { groupDays, neighbourPeriods } from '../parts/periods.ts';
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

export const sectionMonth = pageType({
  name: 'section-month',
  renderer: 'archive',
  furnished: false,

  *pages({ edition, site }) {
    for (const { slug, name } of site.sections) {
      const months = groupDays([...edition.daysBySection.get(slug)!], 'yyyy-mm');
      const links = months.map(([month]) => ({
        url: sectionMonthUrl(slug, month),
        text: monthInWords(month),
      }));
      for (const [index, [month, daysOfMonth]] of months.entries()) {
        const shown = {
          section: { url: sectionUrl(slug), text: name },
          month: links[index]!.text,
          days: daysShown(daysOfMonth),
          ...neighbourPeriods(links, index),
        };
        yield { url: links[index]!.url, month, shown };
      }
    }
  },

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
