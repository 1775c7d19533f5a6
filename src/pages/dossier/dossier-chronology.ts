// The key dates of a dossier and the articles of some time to what its pages show of them: the dates in order, and day by day what happened and what was written.
import type { Entry } from '../../edition/entry.ts';
import type { KeyDate } from '../../site/site.ts';
import { calendarDayInWords, periodInWords } from '../../time/moment.ts';
import { groupByDay } from '../parts/periods.ts';
import { type CardsRef, showCards } from '../shown.ts';
import type { Tools } from '../tools.ts';
import type { Card } from '../views.ts';

export interface KeyDateView {
  /** For `<time datetime>`: `2014-05-25`, `2014-05`, `2014`. */
  readonly iso: string;
  /** `25 mai 2014` */
  readonly date: string;
  readonly text: string;
  /** Where the dossier tells more of it; null: nowhere. */
  readonly url: string | null;
}

export interface ChronologyDayView {
  /** `mardi 20 mai 2014` */
  readonly day: string;
  readonly anchor: string;
  readonly events: readonly string[];
  readonly articles: readonly Card[];
}

/** A day of the chronology: what happened, and what was written. */
export interface ShownChronologyDay {
  /** `2014-05-20` */
  readonly day: string;
  readonly events: readonly string[];
  readonly articles: CardsRef;
}

export interface ShownKeyDate extends KeyDate {
  readonly url: string | null;
}

const LENGTH_OF_DAY = '2014-05-20'.length;

export function isDay(date: string): boolean {
  return date.length === LENGTH_OF_DAY;
}

/** Newest first: the days of all these articles, and of those key dates that are days. */
export function showChronology(
  dates: readonly KeyDate[],
  entries: readonly Entry[],
): readonly ShownChronologyDay[] {
  const days = new Map<string, { readonly events: string[]; readonly entries: readonly Entry[] }>(
    groupByDay(entries).map(([day, ofDay]) => [day, { events: [], entries: ofDay }]),
  );
  for (const { date, text } of dates) {
    if (!isDay(date)) continue;
    const known = days.get(date);
    if (known) known.events.push(text);
    else days.set(date, { events: [text], entries: [] });
  }
  return [...days]
    .map(([day, { events, entries }]) => ({ day, events, articles: showCards(entries, null) }))
    .sort((a, b) => (a.day < b.day ? 1 : -1));
}

export function chronologyView(
  days: readonly ShownChronologyDay[],
  tools: Tools,
): readonly ChronologyDayView[] {
  return days.map(({ day, events, articles }) => ({
    day: calendarDayInWords(day),
    anchor: anchorOf(day),
    events,
    articles: tools.cards(articles),
  }));
}

/** @param elsewhere the page that tells more of a date of which `days`, those of this page, do not. */
export function showKeyDates(
  dates: readonly KeyDate[],
  days: readonly Pick<ShownChronologyDay, 'day'>[],
  elsewhere: (date: string) => string | null,
): readonly ShownKeyDate[] {
  const here = new Set(days.map(({ day }) => day));
  return dates.map(({ date, text }) => ({
    date,
    text,
    url: here.has(date) ? `#${anchorOf(date)}` : elsewhere(date),
  }));
}

export function keyDatesView(dates: readonly ShownKeyDate[]): readonly KeyDateView[] {
  return dates.map(({ date, text, url }) => ({ iso: date, date: periodInWords(date), text, url }));
}

/** `le_2014-05-20`: no heading has an underscore. */
export function anchorOf(day: string): string {
  return `le_${day}`;
}
