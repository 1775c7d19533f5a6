// All articles, the site and one clock in; what is published now, and where each article stands, out.

import { once } from '../cache/once.ts';
import { mix } from '../hash/hash.ts';
import type { Site } from '../site/site.ts';
import type { Instant } from '../time/instant.ts';
import { ABSENCES, type Absence, type AbsentEntries, absenceOf } from './absence.ts';
import { byReadingOrder, type Entry } from './entry.ts';
import type { EntryList } from './entry-list.ts';
import { type FlashItem, flashItems, mayRun } from './flash.ts';
import { type ListsBy, listOfSome, listsBy } from './lists-by.ts';
import { markedEntry } from './marked-entry.ts';
import type { Counted, MonthSummary } from './month-summary.ts';
import { type MonthOfEntries, type MonthsOfEntries, monthWith } from './months-of-entries.ts';
import { type Signatures, signaturesOf } from './signatures.ts';
import { type Surroundings, surroundingsOf } from './surroundings.ts';

/** Who an edition is for: readers, or the newsroom, which also sees what readers do not have. */
export type Audience = 'readers' | 'newsroom';

/** Of months in which nothing changed only their summaries are here, as long as nobody asks for one of their articles. */
export interface Edition {
  readonly audience: Audience;
  readonly now: Instant;
  readonly counts: ArticleCounts;
  /** What readers do not have now, in no order. */
  readonly absent: AbsentEntries;
  /** In reading order: newest first. For the newsroom drafts, scheduled and expired articles are among them, each with its `absence`. */
  readonly published: MonthsOfEntries;
  /** The same with those at whose addresses readers find that they were withdrawn: all to which old addresses lead. */
  readonly addressed: MonthsOfEntries;
  /** What fronts choose from: the same as `published` without those that expired. */
  readonly current: MonthsOfEntries;
  /** Those of `addressed` that have aliases, in reading order. */
  readonly renamed: readonly Entry[];
  /** Of a section, without expired ones. */
  readonly bySection: ListsBy;
  /** All published ones of a section. */
  readonly archiveBySection: ListsBy;
  readonly byTopic: ListsBy;
  /** To whom signatures belong. */
  readonly signatures: Signatures;
  readonly byAuthor: ListsBy;
  /** Per slug of an author the name that signs the newest article. */
  readonly latestNames: ReadonlyMap<string, string>;
  readonly byDossier: ListsBy;
  /** Those that are or were in the ticker. */
  readonly flashed: EntryList;
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

/** The edition of `all` at the instant `now`. What readers have is the same for whomever it is. */
export function makeEdition(
  all: MonthsOfEntries,
  site: Site,
  now: Instant,
  audience: Audience = 'readers',
): Edition {
  const months = all.months.map(month => monthNow(month, now, audience, all));
  const absent = absentIn(months);
  const listed = (pick: (month: MonthNow) => MonthOfEntries | null): MonthsOfEntries =>
    all.withMonths(months.map(pick).filter(month => month !== null));
  const isForReaders = audience === 'readers';
  const published = listed(({ published }) => published);
  const addressed = absent.withdrawn.length === 0 ? published : listed(({ addressed }) => addressed);
  const current = isForReaders ? published : listed(({ current }) => current);
  const signatures = signaturesOf(site.authors);
  const bySection = (list: MonthsOfEntries): ListsBy =>
    listsBy(
      list.months,
      ({ sections }) => sections,
      ({ entries }, slug) => entries.filter(({ section }) => section === slug),
    );
  const ofCurrent = once(() => bySection(current));
  const ofPublished = once(() => (current === published ? ofCurrent() : bySection(published)));
  const byTopic = once(() =>
    listsBy(
      published.months,
      ({ topics }) => topics,
      ({ entries }, slug) => entries.filter(({ topics }) => topics.includes(slug)),
    ),
  );
  const byDossier = once(() =>
    listsBy(
      published.months,
      ({ dossiers }) => dossiers,
      (month, slug) => month.ofDossier(slug),
    ),
  );
  const byAuthor = once(() =>
    listsBy(
      published.months,
      summary => countsOfAuthors(summary, signatures),
      ({ entries }, slug) =>
        entries.filter(({ authors }) => authors.some(name => signatures.slugOf(name) === slug)),
    ),
  );
  const latestNames = once(() => latestNamesIn(published.months, signatures));
  const picked = listOfSome(
    current.months,
    ({ picks }) => picks,
    ({ pick }) => pick,
  );
  const flashed = listOfSome(current.months, ({ flashes }) => flashes, isFlash);
  const renamed = once(() => [...addressed.withAliases()]);
  const surroundings = once(() => surroundingsOf(published, current));
  return {
    audience,
    now,
    counts: countsOf(all.length, absent),
    absent,
    published,
    addressed,
    current,
    get renamed() {
      return renamed();
    },
    get bySection() {
      return ofCurrent();
    },
    get archiveBySection() {
      return ofPublished();
    },
    get byTopic() {
      return byTopic();
    },
    signatures,
    get byAuthor() {
      return byAuthor();
    },
    get latestNames() {
      return latestNames();
    },
    get byDossier() {
      return byDossier();
    },
    flashed,
    flashes: flashItems(
      current.among(summary => mayRun(summary, site, now), isFlash),
      site,
      now,
    ),
    picks: picked.first(site.picksLength),
    get surroundings() {
      return surroundings();
    },
    nextTurn: nextTurn(months),
  };
}

/** The articles of a month at one instant: most are all there, and none is looked at. */
interface MonthNow {
  readonly published: MonthOfEntries | null;
  readonly addressed: MonthOfEntries | null;
  readonly current: MonthOfEntries | null;
  /** null: there is none. */
  readonly absent: AbsentEntries | null;
  /** The next instant at which one of them appears or leaves. */
  readonly nextTurn: Instant;
}

function monthNow(
  month: MonthOfEntries,
  now: Instant,
  audience: Audience,
  { monthAt }: MonthsOfEntries,
): MonthNow {
  const { drafts, withdrawn, expires, from } = month.summary;
  if (drafts + withdrawn === 0 && from[1] <= now && (expires === null || expires > now))
    return { published: month, addressed: month, current: month, absent: null, nextTurn: expires ?? NEVER };

  const forReaders: Entry[] = [];
  const forNobody: Record<Absence, Entry[]> = { scheduled: [], draft: [], expired: [], withdrawn: [] };
  for (const entry of month.entries) {
    const absence = absenceOf(entry, now);
    (absence === null ? forReaders : forNobody[absence]).push(entry);
  }
  const absent = audience === 'readers' ? forNobody : marked(forNobody);
  const { draft, scheduled, expired } = absent;
  const published = audience === 'readers' ? forReaders : [...forReaders, ...draft, ...scheduled, ...expired];
  const of = (entries: readonly Entry[]): MonthOfEntries | null =>
    monthWith(month.month, entries.toSorted(byReadingOrder), monthAt);
  const ofPublished = of(published);
  return {
    published: ofPublished,
    addressed: absent.withdrawn.length === 0 ? ofPublished : of([...published, ...absent.withdrawn]),
    current: audience === 'readers' ? ofPublished : of(published.filter(isCurrent)),
    absent,
    nextTurn: firstOfAll([
      scheduled.map(({ from }) => from),
      forReaders.map(({ expires }) => expires ?? NEVER),
      absent.withdrawn.map(({ expires }) => expires ?? NEVER),
    ]),
  };
}

/** One by one: a call takes no more than some 100,000 arguments. */
function firstOfAll(lists: readonly (readonly Instant[])[]): Instant {
  return lists.flat().reduce((first, instant) => Math.min(first, instant), NEVER);
}

const NEVER = Number.POSITIVE_INFINITY;

function isCurrent({ absence }: Entry): boolean {
  return absence !== 'expired';
}

function isFlash({ flash }: Entry): boolean {
  return flash !== null;
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

function absentIn(months: readonly MonthNow[]): AbsentEntries {
  const some = months.map(({ absent }) => absent).filter(absent => absent !== null);
  const of = (absence: Absence): readonly Entry[] => some.flatMap(absent => absent[absence]);
  return {
    scheduled: of('scheduled'),
    draft: of('draft'),
    expired: of('expired'),
    withdrawn: of('withdrawn'),
  };
}

function countsOf(total: number, absent: AbsentEntries): ArticleCounts {
  const { scheduled, draft, expired, withdrawn } = absent;
  return {
    total,
    published: total - ABSENCES.reduce((sum, absence) => sum + absent[absence].length, 0),
    scheduled: scheduled.length,
    draft: draft.length,
    expired: expired.length,
    withdrawn: withdrawn.length,
  };
}

/** Once, where one author signs an article in two ways. */
function countsOfAuthors(
  { signed }: MonthSummary,
  { slugOf }: Signatures,
): Readonly<Record<string, Counted>> {
  // A name may be that of a property of every object.
  const counts = Object.create(null) as Record<string, Counted>;
  for (const [names, count, digest] of signed)
    for (const slug of new Set(names.map(slugOf))) {
      if (slug === null) continue;
      const [before, ofBefore] = counts[slug] ?? [0, 0];
      counts[slug] = [before + count, mix(ofBefore, digest)];
    }
  return counts;
}

function latestNamesIn(
  months: readonly MonthOfEntries[],
  { slugOf }: Signatures,
): ReadonlyMap<string, string> {
  const latest = new Map<string, string>();
  for (const { summary } of months)
    for (const [names] of summary.signed)
      for (const name of names) {
        const slug = slugOf(name);
        if (slug !== null && !latest.has(slug)) latest.set(slug, name);
      }
  return latest;
}

function nextTurn(months: readonly MonthNow[]): Instant | null {
  const next = firstOfAll([months.map(({ nextTurn }) => nextTurn)]);
  return next === NEVER ? null : next;
}
