// Each section's front with its newest articles, and its months.

import { sectionMonthUrl, sectionUrl } from '../address/addresses.ts';
import type { Entry } from '../edition/entry.ts';
import type { Use } from '../images/uses.ts';
import { pageWords } from '../locale/page-words.ts';
import type { Section } from '../site/site.ts';
import { calendarDayInWords, monthInWords } from '../time/moment.ts';
import { cardOf, cardParts, cardsOf } from './card.ts';
import { homeLink } from './home-page.ts';
import { type BareView, type Page, type PageContext, partsOf } from './page.ts';
import { groupByPeriod, neighbourPeriods } from './periods.ts';
import type { SectionMonthView, SectionView } from './views.ts';
import { cardFiles } from './wanted-files.ts';

export function sectionPages(context: PageContext): Page[] {
  const { edition, site } = context;
  const pages: Page[] = [];
  for (const section of site.sections) {
    const entries = edition.bySection.get(section.slug)!;
    const newest = entries.slice(0, site.sectionLength);
    const months = groupByPeriod(entries, 'yyyy-mm');
    const link = { url: sectionUrl(section.slug), text: section.name };
    const monthLinks = months.map(([month, { length }]) => ({
      url: sectionMonthUrl(section.slug, month),
      text: monthInWords(month),
      count: length,
    }));
    pages.push({
      url: link.url,
      template: 'section',
      furnished: true,
      parts: partsOf([section, cardParts(newest), monthLinks]),
      *files() {
        yield* cardFiles(newest.slice(0, 1), useOf(section, 0), context);
        yield* cardFiles(newest.slice(1), useOf(section, 1), context);
      },
      view: (): BareView<SectionView> => ({
        url: link.url,
        title: section.name,
        description: section.description ?? pageWords.sectionDescription(section.name, site.name),
        breadcrumb: [homeLink()],
        layout: section.layout,
        articles: newest.map((entry, place) => cardOf(entry, context, useOf(section, place))),
        months: monthLinks,
      }),
    });
    months.forEach(([month, ofMonth], index) => {
      const around = neighbourPeriods(monthLinks, index);
      pages.push({
        url: sectionMonthUrl(section.slug, month),
        template: 'section-month',
        month,
        furnished: false,
        parts: partsOf([section.name, cardParts(ofMonth), around]),
        view: (): BareView<SectionMonthView> => ({
          url: sectionMonthUrl(section.slug, month),
          title: pageWords.sectionMonthTitle(section.name, monthInWords(month)),
          description: pageWords.sectionMonthDescription(section.name, monthInWords(month)),
          breadcrumb: [homeLink(), link],
          section: link,
          days: daysOf(ofMonth, context),
          ...around,
        }),
      });
    });
  }
  return pages;
}

/** A list opens with its newest article in full size; in a grid all are alike. */
function useOf({ layout }: Section, place: number): Use {
  if (layout === 'grid') return 'grid';
  return place === 0 ? 'lead' : 'card';
}

/** Entries in reading order, under the day of each. */
export function daysOf(entries: readonly Entry[], context: PageContext): SectionMonthView['days'] {
  return groupByPeriod(entries, 'yyyy-mm-dd').map(([day, ofDay]) => ({
    day: calendarDayInWords(day),
    articles: cardsOf(ofDay, context, null),
  }));
}
