// All entries, the site and one clock in; what is published now, and where each article stands, out.

import type { Site } from '../site/site.ts';
import type { Instant } from '../time/instant.ts';
import { ABSENCES, type Absence, type AbsentEntries, absenceOf } from './absence.ts';
import { byAppearance, byReadingOrder, type Entry, lateAppearance } from './entry.ts';
import { type FlashItem, flashItems } from './flash.ts';
import { markedEntry } from './marked-entry.ts';
import { type Signatures, signaturesOf } from './signatures.ts';
import { type Surroundings, surroundingsOf } from './surroundings.ts';

/** Who an edition is for: readers, or the newsroom, which also sees what readers do not have. */
export type Audience = 'readers' | 'newsroom';

export interface Edition {
  readonly audience: Audience;
  readonly now: Instant;
  readonly counts: ArticleCounts;
  /** What readers do not have now, in no order. */
  readonly absent: AbsentEntries;
  /** In reading order: newest first. For the newsroom drafts, scheduled and expired articles are among them, each with its `absence`. */
  readonly published: readonly Entry[];
  /** The same with those at whose addresses readers find that they were withdrawn: all to which old addresses lead. */
  readonly addressed: readonly Entry[];
  /** What fronts choose from: the same without those that expired. */
  readonly current: readonly Entry[];
  /** These in the order in which they appeared, the last one first. */
  readonly latest: readonly Entry[];
  /** Per slug of a section, in reading order, without expired ones; every section of the site has its list, even an empty one. */
  readonly bySection: ReadonlyMap<string, readonly Entry[]>;
  /** Per slug of a section, as `byDay`; every section of the site has its days. */
  readonly daysBySection: ReadonlyMap<string, ReadonlyMap<string, readonly Entry[]>>;
  /** Per slug of a topic, in reading order; topics without an article are absent. */
  readonly byTopic: ReadonlyMap<string, readonly Entry[]>;
  /** To whom signatures belong. */
  readonly signatures: Signatures;
  /** Per slug of an author, as `byTopic`. */
  readonly byAuthor: ReadonlyMap<string, readonly Entry[]>;
  /** Per slug of a dossier, in reading order; every dossier of the site has its list. */
  readonly byDossier: ReadonlyMap<string, readonly Entry[]>;
  /** Per day `2014-05-20`, newest day first, each in reading order. */
  readonly byDay: ReadonlyMap<string, readonly Entry[]>;
  /** What the ticker shows now. */
  readonly flashes: readonly FlashItem[];
  /** The newest picks, in reading order, at most `site.picksLength`. */
  readonly picks: readonly Entry[];
  /** What stands beside the articles of `published`, and their months. */
  readonly surroundings: Surroundings;
  /** The next instant at which an article appears or leaves; null: there is none. */
  readonly nextTurn: Instant | null;
}

/** Days `2014-05-20` with their articles, newest first, each in reading order. */
export type Days = readonly (readonly [day: string, entries: readonly Entry[]])[];

export interface ArticleCounts {
  readonly total: number;
  readonly published: number;
  readonly scheduled: number;
  readonly draft: number;
  readonly expired: number;
  readonly withdrawn: number;
}

export const NO_ARTICLES: ArticleCounts = {
  total: 0,
  published: 0,
  scheduled: 0,
  draft: 0,
  expired: 0,
  withdrawn: 0,
};

/** The edition of `entries` (in any order) at the instant `now`. What readers have is the same for whomever it is. */
export function makeEdition(
  entries: Iterable<Entry>,
  site: Site,
  now: Instant,
  audience: Audience = 'readers',
): Edition {
  const forReaders: Entry[] = [];
  const forNobody: Record<Absence, Entry[]> = { scheduled: [], draft: [], expired: [], withdrawn: [] };
  for (const entry of entries) {
    const absence = absenceOf(entry, now);
    (absence === null ? forReaders : forNobody[absence]).push(entry);
  }
  const absent = audience === 'readers' ? forNobody : marked(forNobody);
  const { draft, scheduled, expired, withdrawn } = absent;
  const published = audience === 'readers' ? forReaders : [...forReaders, ...draft, ...scheduled, ...expired];
  published.sort(byReadingOrder);
  const current = audience === 'readers' ? published : withoutExpired(published);
  const latest = inOrderOfAppearance(current);

  const daysBySection = new Map<string, Map<string, Entry[]>>(
    site.sections.map(section => [section.slug, new Map()]),
  );
  const byDossier = new Map<string, Entry[]>(site.dossiers.map(dossier => [dossier.slug, []]));
  const byTopic = new Map<string, Entry[]>();
  const signatures = signaturesOf(site.authors);
  const byAuthor = new Map<string, Entry[]>();
  const byDay = new Map<string, Entry[]>();
  let day = '';
  let ofDay: Entry[] = [];
  for (const entry of published) {
    // Days come in runs.
    if (entry.day !== day) {
      day = entry.day;
      ofDay = byDay.get(day) ?? [];
      byDay.set(day, ofDay);
    }
    ofDay.push(entry);
    append(daysBySection.get(entry.section)!, entry.day, entry);
    for (const topic of entry.topics) append(byTopic, topic, entry);
    for (const signature of entry.authors) appendOnce(byAuthor, signatures.slugOf(signature), entry);
    for (const dossier of entry.dossiers) append(byDossier, dossier, entry);
  }
  const bySection = new Map(
    [...daysBySection].map(([section, days]) => {
      const ofSection = [...days.values()].flat();
      return [section, audience === 'readers' ? ofSection : withoutExpired(ofSection)] as const;
    }),
  );

  return {
    audience,
    now,
    counts: {
      total: forReaders.length + ABSENCES.reduce((sum, absence) => sum + absent[absence].length, 0),
      published: forReaders.length,
      scheduled: scheduled.length,
      draft: draft.length,
      expired: expired.length,
      withdrawn: withdrawn.length,
    },
    absent,
    published,
    addressed: withdrawn.length === 0 ? published : [...published, ...withdrawn].sort(byReadingOrder),
    current,
    latest,
    bySection,
    daysBySection,
    byTopic,
    signatures,
    byAuthor,
    byDossier,
    byDay,
    flashes: flashItems(current, site, now),
    picks: firstPicks(current, site.picksLength),
    surroundings: surroundingsOf(published, latest),
    nextTurn: nextTurn([forReaders, withdrawn], scheduled),
  };
}

function marked(absent: AbsentEntries): AbsentEntries {
  const of = (absence: Absence): readonly Entry[] =>
    absent[absence].map(entry => markedEntry(entry, absence));
  return {
    scheduled: of('scheduled'),
    draft: of('draft'),
    expired: of('expired'),
    withdrawn: of('withdrawn'),
  };
}

function withoutExpired(entries: readonly Entry[]): readonly Entry[] {
  return entries.filter(({ absence }) => absence !== 'expired');
}

function firstPicks(entries: readonly Entry[], most: number): readonly Entry[] {
  const picks: Entry[] = [];
  for (const entry of entries) {
    if (picks.length === most) break;
    if (entry.pick) picks.push(entry);
  }
  return picks;
}

/** `entries` themselves where none appeared after its date. */
function inOrderOfAppearance(entries: readonly Entry[]): readonly Entry[] {
  const isInOrder = entries.every(entry => lateAppearance(entry) === null);
  return isInOrder ? entries : entries.toSorted(byAppearance);
}

function nextTurn(standing: readonly (readonly Entry[])[], scheduled: readonly Entry[]): Instant | null {
  let next = Number.POSITIVE_INFINITY;
  for (const { from } of scheduled) next = Math.min(next, from);
  for (const entries of standing)
    for (const { expires } of entries) if (expires !== null) next = Math.min(next, expires);
  return next === Number.POSITIVE_INFINITY ? null : next;
}

/** Nowhere for null; not twice in a row, where one author signs in two ways. */
function appendOnce(lists: Map<string, Entry[]>, key: string | null, entry: Entry): void {
  if (key !== null && lists.get(key)?.at(-1) !== entry) append(lists, key, entry);
}

function append(lists: Map<string, Entry[]>, key: string, entry: Entry): void {
  const list = lists.get(key);
  if (list) list.push(entry);
  else lists.set(key, [entry]);
}
