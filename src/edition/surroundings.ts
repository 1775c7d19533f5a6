// What stands beside each article, found when it is asked for; and for each month one number that changes with any of it.
import { mix } from '../hash/hash.ts';
import type { Entry } from './entry.ts';
import type { MonthOfEntries, MonthsOfEntries } from './months-of-entries.ts';
import { relatedAmong } from './related.ts';

/** What stands beside an article: the next newer and the next older of its section, and related ones. */
export interface Neighbourhood {
  readonly newer: Entry | null;
  readonly older: Entry | null;
  readonly related: readonly Entry[];
}

export interface Surroundings {
  /** Of the article at a place of one of the months. */
  of(month: MonthOfEntries, place: number): Neighbourhood;
  /** Of the same article a number that changes whenever what stands beside it does. It may change without: no other month is brought for it. */
  versionOf(month: MonthOfEntries, place: number): number;
  /**
   * Of each month a number that changes whenever one of its articles does, or what stands beside one. It may change without: it is made of
   * whole months, so that most are told apart without a look at their articles.
   */
  versions(): readonly number[];
}

/** Of no place. */
const NOBODY = -1;

/**
 * @param published all articles that have something beside them.
 * @param current those of them that have related articles, and are some; `published` itself where these are the same.
 */
export function surroundingsOf(published: MonthsOfEntries, current: MonthsOfEntries): Surroundings {
  const { months } = published;
  const related = relatedAmong(current);
  const beside = neighbours(months);
  return {
    of(month, place) {
      const entry = month.entries[place]!;
      return { ...beside.of(month, place), related: related.of(entry) };
    },
    versionOf: (month, place) =>
      mix(beside.versionOf(month, place), related.versionOf(month.entries[place]!)),
    versions() {
      const bordering = borders(months);
      const reachedFrom = new Map<string, number>();
      /** Of all that appeared in a month and that others of it follow from. */
      const reached = (month: string): number => {
        const known = reachedFrom.get(month);
        if (known !== undefined) return known;
        let version = 0;
        for (const { digest } of related.reachedFrom(month)) version = mix(version, digest);
        reachedFrom.set(month, version);
        return version;
      };
      return months.map(({ month, summary }, place) => {
        let version = mix(mix(summary.content, bordering[place]!), reached(month));
        for (const { month: later } of summary.late)
          if (later !== month) version = mix(version, reached(later));
        return version;
      });
    },
  };
}

/** Of each month a number that follows from the articles of other months that stand beside its own. */
function borders(months: readonly MonthOfEntries[]): readonly number[] {
  const versions = months.map(() => 0);
  const take = (places: Iterable<number>, hashOf: (section: readonly [...number[]]) => number): void => {
    const last = new Map<string, number>();
    for (const place of places)
      for (const [section, ofMonth] of Object.entries(months[place]!.summary.sections)) {
        versions[place] = mix(versions[place]!, last.get(section) ?? 0);
        last.set(section, hashOf(ofMonth));
      }
  };
  take(months.keys(), ([, , , oldest]) => oldest!);
  take([...months.keys()].reverse(), ([, , newest]) => newest!);
  return versions;
}

/** What finds the next newer and the next older article of the section, or a number that changes whenever one of them does. */
interface Neighbours {
  of(month: MonthOfEntries, place: number): Pick<Neighbourhood, 'newer' | 'older'>;
  versionOf(month: MonthOfEntries, place: number): number;
}

function neighbours(months: readonly MonthOfEntries[]): Neighbours {
  const placeOf = new Map(months.map((month, place) => [month, place]));
  const known = new Map<MonthOfEntries, ReturnType<typeof neighboursInMonth>>();
  const within = (month: MonthOfEntries): ReturnType<typeof neighboursInMonth> => {
    const before = known.get(month) ?? neighboursInMonth(month.entries);
    known.set(month, before);
    return before;
  };
  /** The nearest month on one side that has an article of the section. */
  const nearest = (month: MonthOfEntries, section: string, step: number): MonthOfEntries | undefined => {
    for (let place = placeOf.get(month)! + step; months[place] !== undefined; place += step)
      if (Object.hasOwn(months[place]!.summary.sections, section)) return months[place];
    return undefined;
  };
  const newest = (month: MonthOfEntries, section: string): Entry =>
    month.entries[within(month).first.get(section)!]!;
  const oldest = (month: MonthOfEntries, section: string): Entry =>
    month.entries[within(month).last.get(section)!]!;
  return {
    of(month, place) {
      const { newer, older } = within(month);
      const { section } = month.entries[place]!;
      const at = (index: number): Entry | null => (index === NOBODY ? null : month.entries[index]!);
      const later = newer[place] === NOBODY ? nearest(month, section, -1) : undefined;
      const earlier = older[place] === NOBODY ? nearest(month, section, 1) : undefined;
      return {
        newer: at(newer[place]!) ?? (later ? oldest(later, section) : null),
        older: at(older[place]!) ?? (earlier ? newest(earlier, section) : null),
      };
    },
    versionOf(month, place) {
      const { newer, older } = within(month);
      const { section } = month.entries[place]!;
      const hashAt = (index: number): number => (index === NOBODY ? 0 : month.entries[index]!.articleHash);
      const later = newer[place] === NOBODY ? nearest(month, section, -1) : undefined;
      const earlier = older[place] === NOBODY ? nearest(month, section, 1) : undefined;
      const [, , , oldestLater = 0] = later?.summary.sections[section] ?? [];
      const [, , newestEarlier = 0] = earlier?.summary.sections[section] ?? [];
      return mix(mix(hashAt(newer[place]!), hashAt(older[place]!)), mix(oldestLater, newestEarlier));
    },
  };
}

/** By the place of each article those of its neighbours in the month, and of each section its newest and its oldest article. */
function neighboursInMonth(entries: readonly Entry[]) {
  const newer = new Int32Array(entries.length).fill(NOBODY);
  const older = new Int32Array(entries.length).fill(NOBODY);
  const first = new Map<string, number>();
  const last = new Map<string, number>();
  entries.forEach(({ section }, place) => {
    const before = last.get(section);
    if (before === undefined) first.set(section, place);
    else {
      newer[place] = before;
      older[before] = place;
    }
    last.set(section, place);
  });
  return { newer, older, first, last };
}
