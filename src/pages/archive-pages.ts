// All articles by date: the years, each year's months, each month's days, each day's articles.

import { ARCHIVES_URL, archiveUrl } from '../address/addresses.ts';
import type { Entry } from '../edition/entry.ts';
import { pageWords } from '../locale/page-words.ts';
import { calendarDayInWords, monthInWords } from '../time/moment.ts';
import { articleLink, cardParts, cardsOf, sectionLink } from './card.ts';
import { homeLink } from './home-page.ts';
import { type BareView, type Page, type PageContext, partsOf } from './page.ts';
import { groupDays, neighbourPeriods } from './periods.ts';
import type { ArchivesView, DayView, Link, MonthView, PeriodLink, YearView } from './views.ts';

export function archivePages(context: PageContext): Page[] {
  const days: Days = [...context.edition.byDay];
  const dayLinks = days.map(([day, { length }]) => linkTo(day, calendarDayInWords(day), length));
  const months = groupDays(days, 'yyyy-mm');
  const monthLinks = months.map(([month, ofMonth]) => linkTo(month, monthInWords(month), countOf(ofMonth)));
  const years = groupDays(days, 'yyyy');
  const yearLinks = years.map(([year, ofYear]) => linkTo(year, year, countOf(ofYear)));
  return [
    archivesPage(yearLinks, context),
    ...years.map(([year], index) =>
      yearPage(year, inPeriod(monthLinks, year), neighbourPeriods(yearLinks, index)),
    ),
    ...months.map(([month, ofMonth], index) =>
      monthPage(month, ofMonth, neighbourPeriods(monthLinks, index), context),
    ),
    ...days.map(([day, entries], index) => dayPage(day, entries, neighbourPeriods(dayLinks, index), context)),
  ];
}

/** Days with their articles, newest first. */
type Days = readonly (readonly [string, readonly Entry[]])[];
type Neighbours = { readonly newer: Link | null; readonly older: Link | null };

function linkTo(period: string, text: string, count: number): PeriodLink {
  return { url: archiveUrl(period), text, count };
}

function countOf(days: Days): number {
  return days.reduce((count, [, { length }]) => count + length, 0);
}

function inPeriod(links: readonly PeriodLink[], period: string): readonly PeriodLink[] {
  return links.filter(({ url }) => url.startsWith(archiveUrl(period)));
}

function archivesLink(): Link {
  return { url: ARCHIVES_URL, text: pageWords.archives };
}

function yearLink(period: string): Link {
  return { url: archiveUrl(period.slice(0, 4)), text: period.slice(0, 4) };
}

function archivesPage(years: readonly PeriodLink[], { site }: PageContext): Page {
  return {
    url: ARCHIVES_URL,
    template: 'archives',
    furnished: false,
    parts: partsOf(years),
    view: (): BareView<ArchivesView> => ({
      url: ARCHIVES_URL,
      title: pageWords.archives,
      description: pageWords.archivesDescription(site.name),
      breadcrumb: [homeLink()],
      years,
    }),
  };
}

function yearPage(year: string, months: readonly PeriodLink[], around: Neighbours): Page {
  return {
    url: archiveUrl(year),
    template: 'year',
    furnished: false,
    parts: partsOf([months, around]),
    view: (): BareView<YearView> => ({
      url: archiveUrl(year),
      title: pageWords.yearTitle(year),
      description: pageWords.yearDescription(year),
      breadcrumb: [homeLink(), archivesLink()],
      months,
      ...around,
    }),
  };
}

function monthPage(month: string, days: Days, around: Neighbours, context: PageContext): Page {
  return {
    url: archiveUrl(month),
    template: 'month',
    furnished: false,
    parts: partsOf([days.map(([day, entries]) => [day, entries.length, leadOf(entries).linkHash]), around]),
    view: (): BareView<MonthView> => ({
      url: archiveUrl(month),
      title: pageWords.monthTitle(monthInWords(month)),
      description: pageWords.monthDescription(monthInWords(month)),
      breadcrumb: [homeLink(), archivesLink(), yearLink(month)],
      days: days.map(([day, entries]) => ({
        url: archiveUrl(day),
        text: calendarDayInWords(day),
        count: entries.length,
        lead: articleLink(leadOf(entries), context),
      })),
      ...around,
    }),
  };
}

/** The day's article of the highest priority; the newest of them. */
function leadOf(entries: readonly Entry[]): Entry {
  return entries.reduce((lead, entry) => (entry.priority > lead.priority ? entry : lead));
}

function dayPage(day: string, entries: readonly Entry[], around: Neighbours, context: PageContext): Page {
  const month = day.slice(0, 7);
  const sections = context.site.sections
    .map(({ slug, name }) => ({ slug, name, entries: entries.filter(({ section }) => section === slug) }))
    .filter(section => section.entries.length > 0);
  return {
    url: archiveUrl(day),
    template: 'day',
    month,
    furnished: false,
    parts: partsOf([sections.map(section => [section.name, cardParts(section.entries)]), around]),
    view: (): BareView<DayView> => ({
      url: archiveUrl(day),
      title: pageWords.dayTitle(calendarDayInWords(day)),
      description: pageWords.dayDescription(calendarDayInWords(day)),
      breadcrumb: [
        homeLink(),
        archivesLink(),
        yearLink(month),
        { url: archiveUrl(month), text: monthInWords(month) },
      ],
      sections: sections.map(section => ({
        section: sectionLink(section.slug, context.site),
        articles: cardsOf(section.entries, context, null),
      })),
      ...around,
    }),
  };
}
