// How many articles a large dossier has in each month to the pages on which they are: a page a year, of a fuller year a page a month, of a fuller month a page a day.
import { dossierPeriodUrl } from '../../address/addresses.ts';
import type { EntryList, PartOfList } from '../../edition/entry-list.ts';
import { calendarDayInWords, monthInWords } from '../../time/moment.ts';
import { neighbourPeriods } from '../parts/periods.ts';
import type { Link, PeriodLink } from '../views.ts';
import { anchorOf, isDay } from './dossier-chronology.ts';

/** A year or a month in which the dossier has articles. */
export interface DossierPeriod extends PeriodLink {
  /** `2014`, `2014-05` */
  readonly period: string;
  /** Its articles by months, newest first. */
  readonly parts: readonly PartOfList[];
  /** Whether its page leads to those of its months, or of its days, and lists no articles. */
  readonly isDivided: boolean;
  /** Of a year that is divided, newest first. */
  readonly months: readonly DossierPeriod[];
}

const YEAR_LENGTH = '2014'.length;

/**
 * The years of a dossier, newest first; none: its own page lists all of it.
 * @param most how many articles a page lists.
 */
export function yearsOfDossier(slug: string, list: EntryList, most: number): readonly DossierPeriod[] {
  if (list.length <= most) return [];
  return [...Map.groupBy(list.parts, ({ month }) => month.slice(0, YEAR_LENGTH))].map(([year, parts]) => {
    const ofYear = periodOf(slug, year, year, parts, most);
    return ofYear.isDivided
      ? {
          ...ofYear,
          months: parts.map(part => periodOf(slug, part.month, monthInWords(part.month), [part], most)),
        }
      : ofYear;
  });
}

function periodOf(
  slug: string,
  period: string,
  text: string,
  parts: readonly PartOfList[],
  most: number,
): DossierPeriod {
  const count = parts.reduce((sum, { size }) => sum + size, 0);
  const url = dossierPeriodUrl(slug, period);
  return { period, url, text, count, parts, isDivided: count > most, months: [] };
}

/** What the dossier's own page leads to: its years, or of one year alone the months. */
export function waysIn(years: readonly DossierPeriod[]): readonly DossierPeriod[] {
  const [first] = years;
  return years.length === 1 && first!.isDivided ? first!.months : years;
}

export interface PlacedPeriod {
  readonly period: DossierPeriod;
  readonly newer: Link | null;
  readonly older: Link | null;
}

/** All years and months that have a page, each between those beside it: years between years, months between whatever lists the articles before and after. */
export function placedPeriods(years: readonly DossierPeriod[]): readonly PlacedPeriod[] {
  const lists = years.flatMap(year => (year.isDivided ? year.months : [year]));
  return [...between(years), ...between(lists).filter(({ period }) => isMonth(period.period))];
}

function between(periods: readonly DossierPeriod[]): readonly PlacedPeriod[] {
  return periods.map((period, index) => ({ period, ...neighbourPeriods(periods, index) }));
}

/** The page that tells more of a key date; null: none does. Nobody looks at the articles of a month for it, so of one that is divided the month's own page does. */
export function placeOf(date: string, years: readonly DossierPeriod[]): string | null {
  const year = years.find(({ period }) => date.startsWith(period));
  if (year === undefined) return null;
  if (date === year.period) return year.url;
  const month = year.months.find(({ period }) => date.startsWith(period));
  if (date === month?.period || month?.isDivided) return month.url;
  const list = month ?? (year.isDivided ? undefined : year);
  return list !== undefined && isDay(date) ? `${list.url}#${anchorOf(date)}` : null;
}

/** The page that lists the articles of a day that has some. */
export function pageWith(day: string, slug: string, years: readonly DossierPeriod[]): Link {
  const year = years.find(({ period }) => day.startsWith(period))!;
  const { isDivided, url, text } = year.months.find(({ period }) => day.startsWith(period)) ?? year;
  return isDivided ? { url: dossierPeriodUrl(slug, day), text: calendarDayInWords(day) } : { url, text };
}

function isMonth(period: string): boolean {
  return period.length === '2014-05'.length;
}
