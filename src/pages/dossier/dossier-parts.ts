// The articles of a dossier to its parts and to the days of its chronology.
import type { Entry } from '../../edition/entry.ts';
import type { Dossier } from '../../site/site.ts';
import { groupByDay } from '../parts/periods.ts';

/** Of the newest a part shows so many; the chronology has all. */
const PART_LENGTH = 6;

/** The articles of each part, newest first: each in the first part that has one of its topics. Parts without articles are none. */
export function partsOf(
  { parts }: Pick<Dossier, 'parts'>,
  entries: readonly Entry[],
): readonly { readonly title: string; readonly entries: readonly Entry[] }[] {
  const ofParts = parts.map(({ title, topics }) => ({
    title,
    topics: new Set(topics),
    entries: [] as Entry[],
  }));
  for (const entry of entries)
    ofParts.find(({ topics }) => entry.topics.some(topic => topics.has(topic)))?.entries.push(entry);
  return ofParts
    .filter(part => part.entries.length > 0)
    .map(({ title, entries }) => ({ title, entries: entries.slice(0, PART_LENGTH) }));
}

/** A day of the chronology: what happened, and what was written. */
export interface ChronologyDay {
  /** `2014-05-20` */
  readonly day: string;
  readonly events: readonly string[];
  readonly entries: readonly Entry[];
}

const LENGTH_OF_DAY = '2014-05-20'.length;

/** Newest first: the days of all articles and of those key dates that are days. */
export function chronologyOf(
  { dates }: Pick<Dossier, 'dates'>,
  entries: readonly Entry[],
): readonly ChronologyDay[] {
  const days = new Map<string, { readonly events: string[]; readonly entries: readonly Entry[] }>(
    groupByDay(entries).map(([day, ofDay]) => [day, { events: [], entries: ofDay }]),
  );
  for (const { date, text } of dates) {
    if (date.length < LENGTH_OF_DAY) continue;
    const known = days.get(date);
    if (known) known.events.push(text);
    else days.set(date, { events: [text], entries: [] });
  }
  return [...days]
    .map(([day, { events, entries }]) => ({ day, events, entries }))
    .sort((a, b) => (a.day < b.day ? 1 : -1));
}
