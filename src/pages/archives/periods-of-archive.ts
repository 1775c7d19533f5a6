// The days of an edition to the years, months and days of the archives, each a link with how many articles it holds.
import { ARCHIVES_URL, archiveUrl } from '../../address/addresses.ts';
import type { Edition } from '../../edition/edition.ts';
import type { Entry } from '../../edition/entry.ts';
import type { MonthSummary } from '../../edition/month-summary.ts';
import { pageWords } from '../../locale/page-words.ts';
import { calendarDayInWords, monthInWords } from '../../time/moment.ts';
import type { Link, PeriodLink } from '../views.ts';

/** A year, month or day of the archives. */
export interface Period extends PeriodLink {
  /** `2014`, `2014-05`, `2014-05-20` */
  readonly period: string;
}

export function yearsOf({ published }: Edition): readonly Period[] {
  const years = Map.groupBy(published.months, ({ month }) => month.slice(0, YEAR_LENGTH));
  return [...years].map(([year, months]) =>
    periodOf(
      year,
      year,
      months.reduce((sum, { size }) => sum + size, 0),
    ),
  );
}

const YEAR_LENGTH = 4;

export function monthsOf({ published }: Edition): readonly Period[] {
  return published.months.map(({ month, size }) => periodOf(month, monthInWords(month), size));
}

/** Newest first, as in `days`. */
export function periodsOfDays(days: MonthSummary['days']): readonly Period[] {
  return days.map(([day, count]) => periodOf(day, calendarDayInWords(day), count));
}

function periodOf(period: string, text: string, count: number): Period {
  return { period, url: archiveUrl(period), text, count };
}

/** A period as a list shows it. */
export function periodLink({ url, text, count }: PeriodLink): PeriodLink {
  return { url, text, count };
}

export const archivesLink: Link = { url: ARCHIVES_URL, text: pageWords.archives };

/** The year of a month or day `2014-05-20`. */
export function yearLink(period: string): Link {
  return { url: archiveUrl(period.slice(0, 4)), text: period.slice(0, 4) };
}

/** The day's article of the highest priority; the newest of them. */
export function leadOf(entries: readonly Entry[]): Entry {
  return entries.reduce((lead, entry) => (entry.priority > lead.priority ? entry : lead));
}
