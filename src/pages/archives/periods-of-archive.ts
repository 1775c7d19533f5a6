// The days of an edition to the years, months and days of the archives, each a link with how many articles it holds.
import { ARCHIVES_URL, archiveUrl } from '../../address/addresses.ts';
import type { Days, Edition } from '../../edition/edition.ts';
import type { Entry } from '../../edition/entry.ts';
import { pageWords } from '../../locale/page-words.ts';
import { calendarDayInWords, monthInWords } from '../../time/moment.ts';
import { countOf, groupDays } from '../parts/periods.ts';
import type { Link, PeriodLink } from '../views.ts';

/** A year, month or day of the archives, and the days in it. */
export interface Period extends PeriodLink {
  /** `2014`, `2014-05`, `2014-05-20` */
  readonly period: string;
  readonly days: Days;
}

export function yearsOf(edition: Edition): readonly Period[] {
  return groupDays([...edition.byDay], 'yyyy').map(([year, days]) => periodOf(year, year, days));
}

export function monthsOf(edition: Edition): readonly Period[] {
  return groupDays([...edition.byDay], 'yyyy-mm').map(([month, days]) =>
    periodOf(month, monthInWords(month), days),
  );
}

/** Newest first, as in `days`. */
export function periodsOfDays(days: Days): readonly Period[] {
  return days.map(day => periodOf(day[0], calendarDayInWords(day[0]), [day]));
}

function periodOf(period: string, text: string, days: Days): Period {
  return { period, url: archiveUrl(period), text, count: countOf(days), days };
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
