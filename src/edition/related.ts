// For each article, up to four earlier ones that share its topics (« À lire aussi »).

import { mix } from '../hash/hash.ts';
import { appearancesOf, type MonthOfAppearances, monthOfAppearance } from './appearances.ts';
import { byAppearance, type Entry } from './entry.ts';
import type { Holder } from './holders.ts';
import type { MonthsOfEntries } from './months-of-entries.ts';

/** How many related articles a page shows. */
const SHOWN = 4;

/** How many of a topic's articles, the last that appeared before the article, are looked at. A news reader wants the recent ones. */
const WINDOW = 12;

/** For how many months before its own an article counts how rare its topics are. */
const MONTHS = 12;

/** Asked for one by one: of an archive most articles have the related ones that they had. */
export interface Related {
  /** Best first. None of an article that is none of the list. */
  of(entry: Entry): readonly Entry[];
  /** Changes whenever these do, and sometimes without: no other month is brought for it, and what appears after the article counts for nothing. */
  versionOf(entry: Entry): number;
  /** The months, newest first, of whose appearances the related ones of articles follow that appeared in a month. */
  reachedFrom(month: string): Iterable<MonthOfAppearances>;
}

/**
 * An article is only compared with those that were there before it, and a topic's rarity is counted among those that appeared in the twelve months
 * before its own and in its own month. So an article that appears never changes the pages of the archive, whatever its date, and one that goes
 * changes those of twelve months and of its topics' next articles. Each topic gives log2(1 + (1 + articles) / (1 + articles of the topic)), counted
 * so, to the topic's last articles before it. Order: what an article was given, then the one that appeared last. Months are those of the site's calendar.
 */
export function relatedAmong(list: MonthsOfEntries): Related {
  const months = appearancesOf(list);
  const placeOf = new Map(months.map(({ month }, place) => [month, place]));
  /** The first place of a month that is too long before that of `place` to count. */
  const endOfRarity = (place: number): number => {
    const oldest = monthsBefore(months[place]!.month, MONTHS);
    let end = place;
    while (end < months.length && months[end]!.month >= oldest) end++;
    return end;
  };
  const topicsAt = topicsOfMonths(months, list);
  /** In which month an article appeared, and where in it; null: it is none of the list. */
  const find = (entry: Entry): { readonly place: number; readonly index: number } | null => {
    const place = placeOf.get(monthOfAppearance(entry, list));
    const index = place === undefined ? undefined : topicsAt(place).placeOf.get(entry);
    return place === undefined || index === undefined ? null : { place, index };
  };
  /** How many articles count that appeared in the months before one: those of a month are mostly asked for one after the other. */
  const countedBefore = latest(place => {
    const counted = months.slice(place + 1, endOfRarity(place));
    const ofTopics = new Map<string, number>();
    return {
      all: counted.reduce((sum, { size }) => sum + size, 0),
      of(topic: string): number {
        const known = ofTopics.get(topic);
        if (known !== undefined) return known;
        const count = counted.reduce((sum, month) => sum + month.of(topic), 0);
        ofTopics.set(topic, count);
        return count;
      },
    };
  });
  const versionsBefore = latest(place => {
    const end = endOfRarity(place);
    const digestOf = (some: readonly MonthOfAppearances[]): number =>
      some.reduce((version, { digest }) => mix(version, digest), some.length);
    const ofTopics = new Map<string, number>();
    return {
      counted: digestOf(months.slice(place + 1, end)),
      /** Of the months before those that count in which a topic's last articles may be. */
      beyond(topic: string): number {
        const known = ofTopics.get(topic);
        if (known !== undefined) return known;
        const reached: MonthOfAppearances[] = [];
        let before = countedBefore(place).of(topic);
        for (let other = end; other < months.length && before < WINDOW; other++) {
          const many = months[other]!.of(topic);
          if (many > 0) reached.push(months[other]!);
          before += many;
        }
        ofTopics.set(topic, digestOf(reached));
        return digestOf(reached);
      },
    };
  });
  return {
    of(entry) {
      if (entry.topics.length === 0) return NONE;
      const found = find(entry);
      if (found === null) return NONE;
      const { place, index } = found;
      const counted = countedBefore(place);
      const count = counted.all + months[place]!.size - index;
      const given = new Map<Entry, number>();
      for (const topic of entry.topics) {
        const before = laterThan(topicsAt(place).byTopic.get(topic)!, index);
        const weight = Math.log2(1 + count / (1 + counted.of(topic) + before.length));
        for (const other of lastBefore(topic, place, before))
          given.set(other, (given.get(other) ?? 0) + weight);
      }
      return best(given);
    },
    versionOf(entry) {
      const found = entry.topics.length === 0 ? null : find(entry);
      if (found === null) return 0;
      const { place, index } = found;
      const before = versionsBefore(place);
      return entry.topics.reduce(
        (version, topic) => mix(version, before.beyond(topic)),
        mix(before.counted, topicsAt(place).versions[index]!),
      );
    },
    *reachedFrom(month) {
      const place = placeOf.get(month);
      if (place === undefined) return;
      const end = endOfRarity(place);
      const reached = new Set<number>();
      for (let other = place; other < end; other++) reached.add(other);
      for (const topic of months[place]!.topics()) {
        let before = 0;
        for (let other = place + 1; other < months.length && before < WINDOW; other++) {
          const many = months[other]!.of(topic);
          if (many === 0) continue;
          before += many;
          reached.add(other);
        }
      }
      for (const other of [...reached].sort((a, b) => a - b)) yield months[other]!;
    },
  };

  /** The topic's last articles before one, of whose month those `before` it are given as indexes. */
  function lastBefore(topic: string, place: number, before: readonly number[]): readonly Entry[] {
    const { entries } = months[place]!;
    const last = before.slice(0, WINDOW).map(index => entries[index]!);
    for (let other = place + 1; other < months.length && last.length < WINDOW; other++) {
      if (months[other]!.of(topic) === 0) continue;
      const { entries } = months[other]!;
      for (const index of topicsAt(other)
        .byTopic.get(topic)!
        .slice(0, WINDOW - last.length))
        last.push(entries[index]!);
    }
    return last;
  }
}

const NONE: readonly Entry[] = [];

/** The articles of a month in the order in which they appeared, the last one first. */
interface TopicsOfMonth {
  readonly placeOf: ReadonlyMap<Entry, number>;
  /** The indexes of each topic's articles, rising. */
  readonly byTopic: ReadonlyMap<string, readonly number[]>;
  /** By index, of all that appeared in the month before. */
  readonly versions: Float64Array;
}

function topicsOfMonths(
  months: readonly MonthOfAppearances[],
  { holders }: Pick<MonthsOfEntries, 'holders'>,
): (place: number) => TopicsOfMonth {
  const known = new Map<number, TopicsOfMonth>();
  const holder: Holder = { letGo: () => known.clear() };
  return place => {
    const before = known.get(place);
    if (before !== undefined) return before;
    const topics = topicsOf(months[place]!.entries);
    if (known.size === 0) holders?.add(holder);
    known.set(place, topics);
    return topics;
  };
}

function topicsOf(entries: readonly Entry[]): TopicsOfMonth {
  const byTopic = new Map<string, number[]>();
  entries.forEach(({ topics }, index) => {
    for (const topic of topics) {
      const indexes = byTopic.get(topic);
      if (indexes) indexes.push(index);
      else byTopic.set(topic, [index]);
    }
  });
  const versions = new Float64Array(entries.length);
  let version = 0;
  for (let index = entries.length - 1; index >= 0; index--) {
    versions[index] = version;
    version = mix(version, entries[index]!.articleHash);
  }
  return { placeOf: new Map(entries.map((entry, index) => [entry, index])), byTopic, versions };
}

/** Of rising indexes those after `index`. */
function laterThan(indexes: readonly number[], index: number): readonly number[] {
  let low = 0;
  let high = indexes.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (indexes[middle]! <= index) low = middle + 1;
    else high = middle;
  }
  return low === 0 ? indexes : indexes.slice(low);
}

/** `2013-05` for `2014-05` and 12. */
function monthsBefore(month: string, count: number): string {
  const [year, number] = month.split('-').map(Number) as [number, number];
  const months = 12 * year + number - 1 - count;
  return `${String(Math.floor(months / 12)).padStart(4, '0')}-${String((months % 12) + 1).padStart(2, '0')}`;
}

function best(given: ReadonlyMap<Entry, number>): readonly Entry[] {
  const best: (readonly [Entry, number])[] = [];
  for (const [entry, weight] of given) {
    let at = best.length;
    while (at > 0 && isBefore(entry, weight, best[at - 1]!)) at--;
    if (at >= SHOWN) continue;
    best.splice(at, 0, [entry, weight]);
    if (best.length > SHOWN) best.pop();
  }
  return best.map(([entry]) => entry);
}

function isBefore(entry: Entry, weight: number, [other, otherWeight]: readonly [Entry, number]): boolean {
  return weight > otherWeight || (weight === otherWeight && byAppearance(entry, other) < 0);
}

/** A function of a number that keeps what it made last. */
function latest<Value>(make: (of: number) => Value): (of: number) => Value {
  let last: readonly [of: number, Value] | null = null;
  return of => {
    if (last?.[0] !== of) last = [of, make(of)];
    return last[1];
  };
}
