// Lists by year, month or day: how entries fall into them, and which period stands beside which.
import type { Days, Edition } from '../../edition/edition.ts';
import type { Entry } from '../../edition/entry.ts';
import type { Link } from '../views.ts';

/** How much of a day `2014-05-20` names a period of either kind. */
const LENGTH = { yyyy: 4, 'yyyy-mm': 7 } as const;

/** Entries in reading order by their days. */
export function groupByDay(entries: readonly Entry[]): Days {
  const days: [string, Entry[]][] = [];
  for (const entry of entries) {
    const last = days.at(-1);
    if (last?.[0] === entry.day) last[1].push(entry);
    else days.push([entry.day, [entry]]);
  }
  return days;
}

/** Days to pairs of a month or year and its days. */
export function groupDays(days: Days, kind: keyof typeof LENGTH): readonly (readonly [string, Days])[] {
  const groups: [string, Days[number][]][] = [];
  for (const day of days) {
    const period = day[0].slice(0, LENGTH[kind]);
    const last = groups.at(-1);
    if (last?.[0] === period) last[1].push(day);
    else groups.push([period, [day]]);
  }
  return groups;
}

/** The links to the periods beside the one at `index` of a list that begins with the newest. */
export function neighbourPeriods(
  periods: readonly Link[],
  index: number,
): { readonly newer: Link | null; readonly older: Link | null } {
  return { newer: linkOf(periods[index - 1]), older: linkOf(periods[index + 1]) };
}

/** Without the count: a page must not change because its neighbour gained an article. */
function linkOf(period: Link | undefined): Link | null {
  return period ? { url: period.url, text: period.text } : null;
}

export function countOf(days: Days): number {
  return days.reduce((sum, [, { length }]) => sum + length, 0);
}

/** A month of an edition, newest first among others. */
export interface EditionMonth {
  /** `2014-05` */
  readonly month: string;
  readonly days: Days;
  /** Changes whenever one of its articles does. */
  readonly content: number;
}

export function editionMonths({ byDay, surroundings }: Edition): readonly EditionMonth[] {
  const contents = surroundings.contents();
  return groupDays([...byDay], 'yyyy-mm').map(([month, days], place) => ({
    month,
    days,
    content: contents[place]!,
  }));
}

/** What months of pages have that carry no furniture and show no picture. */
export function plainMonth(
  month: string,
  size: number,
  digest: number,
): { readonly month: string; size: number; furnished: number; digest: number; pictured: readonly never[] } {
  return { month, size, furnished: 0, digest, pictured: [] };
}
