// Months of articles by their days to months of articles by when they appeared: most are the same, and of those that appeared late it is known where they are.
import { mix } from '../hash/hash.ts';
import { byAppearance, type Entry, lateAppearance } from './entry.ts';
import type { Holder } from './holders.ts';
import type { MonthSummary } from './month-summary.ts';
import { type MonthsOfEntries, monthOf } from './months-of-entries.ts';

/** The articles that appeared in one month. */
export interface MonthOfAppearances {
  /** `2014-05` */
  readonly month: string;
  readonly size: number;
  /** How many there are of a topic. */
  of(topic: string): number;
  /** The slugs of their topics. */
  topics(): Iterable<string>;
  /** Changes whenever one of them does, and sometimes without. */
  readonly digest: number;
  /** The last one that appeared first. */
  readonly entries: readonly Entry[];
}

/** In which month an article appeared. */
export function monthOfAppearance(entry: Entry, { monthAt }: MonthsOfEntries): string {
  return lateAppearance(entry) === null ? monthOf(entry) : monthAt(entry.from);
}

/** Newest first, those without an article left out. */
export function appearancesOf(list: MonthsOfEntries): readonly MonthOfAppearances[] {
  const months = new Map<string, Appearances>();
  const at = (month: string): Appearances => {
    const known = months.get(month) ?? new Appearances(month, list);
    months.set(month, known);
    return known;
  };
  for (const { month, summary } of list.months) {
    const own = at(month);
    own.size += summary.size - summary.lates;
    own.digest = mix(own.digest, summary.content);
    own.ofOwn = summary.topics;
    for (const { month: later, count, digest, topics } of summary.late) {
      const there = at(later);
      there.size += count;
      there.digest = mix(there.digest, digest);
      if (later !== month) there.others.push(month);
      for (const [topic, many] of Object.entries(topics)) {
        own.count(topic, -many);
        there.count(topic, many);
      }
    }
  }
  return [...months.values()].filter(({ size }) => size > 0).sort((a, b) => (a.month < b.month ? 1 : -1));
}

class Appearances implements MonthOfAppearances, Holder {
  readonly month: string;
  /** Of the articles of the month's days. */
  ofOwn: MonthSummary['topics'] = {};
  /** How many more there are, or fewer, since some appeared late. */
  readonly #more = new Map<string, number>();
  /** Months of days of which some articles appeared in this one. */
  readonly others: string[] = [];
  size = 0;
  digest = 0;
  readonly #list: MonthsOfEntries;
  #entries: readonly Entry[] | null = null;

  constructor(month: string, list: MonthsOfEntries) {
    this.month = month;
    this.#list = list;
  }

  count(topic: string, more: number): void {
    this.#more.set(topic, (this.#more.get(topic) ?? 0) + more);
  }

  of(topic: string): number {
    const own = Object.hasOwn(this.ofOwn, topic) ? this.ofOwn[topic]![0] : 0;
    return this.#more.size === 0 ? own : own + (this.#more.get(topic) ?? 0);
  }

  topics(): Iterable<string> {
    const own = Object.keys(this.ofOwn);
    if (this.#more.size === 0) return own;
    return new Set([...own, ...this.#more.keys()]).values().filter(topic => this.of(topic) > 0);
  }

  get entries(): readonly Entry[] {
    if (this.#entries === null) {
      this.#entries = this.#bring();
      this.#list.holders?.add(this);
    }
    return this.#entries;
  }

  letGo(): void {
    this.#entries = null;
  }

  #bring(): readonly Entry[] {
    const { month } = this;
    const own = this.#list.month(month);
    if (this.others.length === 0 && (own?.summary.lates ?? 0) === 0) return own?.entries ?? [];
    return [month, ...this.others]
      .flatMap(each => this.#list.month(each)?.entries ?? [])
      .filter(entry => monthOfAppearance(entry, this.#list) === month)
      .sort(byAppearance);
  }
}
