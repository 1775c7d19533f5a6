// Lists by year, month or day: how entries fall into them, and which period stands beside which.
import type { Days } from '../../edition/edition.ts';
import type { Entry } from '../../edition/entry.ts';
import type { Link } from '../views.ts';

/** Entries in reading order by their days. */
export function groupByDay(entries: Iterable<Entry>): Days {
  const days: [string, Entry[]][] = [];
  for (const entry of entries) {
    const last = days.at(-1);
    if (last?.[0] === entry.day) last[1].push(entry);
    else days.push([entry.day, [entry]]);
  }
  return days;
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

/** What months of pages have that carry no furniture and show no picture. */
export function plainMonth(
  month: string,
  size: number,
  digest: number,
): {
  readonly month: string;
  size: number;
  furnished: number;
  digest: number;
  pictured: () => readonly never[];
} {
  return { month, size, furnished: 0, digest, pictured: () => [] };
}
