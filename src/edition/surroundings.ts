// What stands beside each article, found when it is asked for; and for each month one number that changes with any of it.
import { mix } from '../hash/hash.ts';
import type { Entry } from './entry.ts';
import { type Related, relatedAmong, WINDOW } from './related.ts';

/** What stands beside an article: the next newer and the next older of its section, and related ones. */
export interface Neighbourhood {
  readonly newer: Entry | null;
  readonly older: Entry | null;
  readonly related: readonly Entry[];
}

/** The articles of one month of the calendar: those of `published` from index `from` to before index `to`. */
export interface MonthOfEntries {
  /** `2014-05` */
  readonly month: string;
  readonly from: number;
  readonly to: number;
}

export interface Surroundings {
  /** Of the article at an index of `published`. */
  of(index: number): Neighbourhood;
  /** Newest first; together they are all of `published`. */
  readonly months: readonly MonthOfEntries[];
  /** Of each of `months` a number that changes whenever one of its articles does. */
  contents(): readonly number[];
  /**
   * Of each of `months` a number that changes whenever one of its articles does, or what stands beside one. It may change without: it is made of
   * whole months, so that most are told apart without a look at what stands beside each of their articles.
   */
  versions(): readonly number[];
}

const NONE: readonly Entry[] = [];

/** Of no index. */
const NOBODY = -1;

/**
 * @param published in reading order.
 * @param latest those of them that have related articles, in the order in which they appeared; `published` itself where that is the same.
 */
export function surroundingsOf(published: readonly Entry[], latest: readonly Entry[]): Surroundings {
  const months = monthsOf(published);
  const { newer, older } = neighboursInSection(published);
  const related = relatedAmong(latest);
  const at = (index: number): Entry | null => published[index] ?? null;
  let own: readonly number[] | null = null;
  const contents = (): readonly number[] => {
    own ??= months.map(({ from, to }) => contentOf(published, from, to));
    return own;
  };
  let places: ReadonlyMap<Entry, number> | null = null;
  const placeOf = (index: number): number => {
    if (latest === published) return index;
    places ??= new Map(latest.map((entry, place) => [entry, place]));
    return places.get(published[index]!) ?? NOBODY;
  };
  return {
    months,
    of(index) {
      const place = placeOf(index);
      return {
        newer: at(newer[index]!),
        older: at(older[index]!),
        related: place === NOBODY ? NONE : related.of(place),
      };
    },
    contents,
    versions() {
      const own = contents();
      const reached = monthsReached(months.length, monthsOfLatest(months, published, latest), related);
      return months.map(({ from, to }, month) => {
        let version = own[month]!;
        for (let index = from; index < to; index++)
          for (const other of [newer[index]!, older[index]!])
            if (other !== NOBODY && (other < from || other >= to))
              version = mix(mix(version, index - from), published[other]!.articleHash);
        for (const other of reached[month]!) version = mix(version, own[other]!);
        return version;
      });
    },
  };
}

function monthsOf(published: readonly Entry[]): readonly MonthOfEntries[] {
  const months: MonthOfEntries[] = [];
  for (let from = 0; from < published.length; ) {
    const month = published[from]!.day.slice(0, 7);
    let to = from + 1;
    while (published[to]?.day.startsWith(month)) to++;
    months.push({ month, from, to });
    from = to;
  }
  return months;
}

/** By the index of each article those of its neighbours. */
function neighboursInSection(published: readonly Entry[]) {
  const newer = new Int32Array(published.length).fill(NOBODY);
  const older = new Int32Array(published.length).fill(NOBODY);
  const lastOf = new Map<string, number>();
  published.forEach(({ section }, index) => {
    const last = lastOf.get(section);
    if (last !== undefined) {
      newer[index] = last;
      older[last] = index;
    }
    lastOf.set(section, index);
  });
  return { newer, older };
}

function contentOf(published: readonly Entry[], from: number, to: number): number {
  let content = to - from;
  for (let index = from; index < to; index++) content = mix(content, published[index]!.articleHash);
  return content;
}

/** For each entry of `latest` its month, as an index in `months`. Where articles appear after their dates, those of one month are not together. */
function monthsOfLatest(
  months: readonly MonthOfEntries[],
  published: readonly Entry[],
  latest: readonly Entry[],
): Int32Array {
  const monthAt = new Int32Array(published.length);
  months.forEach(({ from, to }, month) => {
    monthAt.fill(month, from, to);
  });
  if (latest === published) return monthAt;
  const monthOf = new Map(published.map((entry, index) => [entry, monthAt[index]!]));
  return Int32Array.from(latest, entry => monthOf.get(entry)!);
}

/** The indexes of `latest` at which another month begins. */
function runsOf(monthAt: Int32Array): readonly number[] {
  const runs: number[] = [];
  monthAt.forEach((month, index) => {
    if (index === 0 || month !== monthAt[index - 1]) runs.push(index);
  });
  return runs;
}

/**
 * Of each month the others, newest first, whose articles its related ones follow from: all that appeared since its first article and in the
 * time for which a topic's rarity is counted, and the next ones of its topics.
 */
function monthsReached(
  count: number,
  monthAt: Int32Array,
  { endOfRarity, byTopic }: Related,
): readonly (readonly number[])[] {
  const reached = Array.from({ length: count }, () => new Set<number>());
  const runs = runsOf(monthAt);
  const firstRun = new Int32Array(count).fill(NOBODY);
  const last = new Int32Array(count);
  runs.forEach((index, run) => {
    const month = monthAt[index]!;
    if (firstRun[month] === NOBODY) firstRun[month] = run;
    last[month] = (runs[run + 1] ?? monthAt.length) - 1;
  });
  const end = last.map((index, month) => (firstRun[month] === NOBODY ? 0 : endOfRarity(index)));
  for (let month = 0; month < count; month++) {
    if (firstRun[month] === NOBODY) continue;
    for (let run = firstRun[month]!; run < runs.length && runs[run]! < end[month]!; run++)
      reached[month]!.add(monthAt[runs[run]!]!);
  }
  for (const indexes of byTopic.values()) {
    for (let place = 0; place < indexes.length; place++) {
      const month = monthAt[indexes[place]!]!;
      // What counts for rarity is reached already.
      for (let next = Math.min(place + WINDOW, indexes.length - 1); indexes[next]! >= end[month]!; next--)
        reached[month]!.add(monthAt[indexes[next]!]!);
    }
  }
  return reached.map((others, month) => {
    others.delete(month);
    return [...others].sort((a, b) => a - b);
  });
}
