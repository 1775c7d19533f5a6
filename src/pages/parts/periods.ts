// Lists by year, month or day: how entries fall into them, and which period stands beside which.
import type { Entry } from '../../edition/entry.ts';
import type { Link } from '../views.ts';

/** How much of a day `2014-05-20` names a period of each kind. */
const LENGTH = { yyyy: 4, 'yyyy-mm': 7, 'yyyy-mm-dd': 10 } as const;

/** Entries in reading order to pairs of a period and its entries, newest period first, each in reading order. */
export function groupByPeriod(
  entries: readonly Entry[],
  kind: keyof typeof LENGTH,
): readonly (readonly [string, readonly Entry[]])[] {
  const groups: [string, Entry[]][] = [];
  let day = '';
  let period = '';
  let group: Entry[] = [];
  for (const entry of entries) {
    // Days come in runs, so most entries need no look at their period.
    if (entry.day !== day) {
      day = entry.day;
      const next = day.slice(0, LENGTH[kind]);
      if (next !== period) {
        period = next;
        group = [];
        groups.push([period, group]);
      }
    }
    group.push(entry);
  }
  return groups;
}

/** Days in order, each with something, to pairs of a month or year and its days. */
export function groupDays<Day extends readonly [string, unknown]>(
  days: readonly Day[],
  kind: 'yyyy' | 'yyyy-mm',
): readonly (readonly [string, readonly Day[]])[] {
  const groups: [string, Day[]][] = [];
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
