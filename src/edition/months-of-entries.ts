// All articles, or all of one kind, by the months of their days: of each month what is asked of every month, and its articles when somebody asks for one.
import { unpackNumbers } from '../hash/packed-numbers.ts';
import type { Instant } from '../time/instant.ts';
import { byReadingOrder, type Entry } from './entry.ts';
import { EntryList, type PartOfList } from './entry-list.ts';
import type { Holder, Holders } from './holders.ts';
import { type MonthSummary, summarize } from './month-summary.ts';

/** The articles of one month. */
export interface MonthOfEntries extends PartOfList {
  readonly summary: MonthSummary;
  /** Those of the day `2014-05-20`. */
  day(day: string): readonly Entry[];
  /** Those of a dossier, in reading order: a dossier has some of many months, for which none of these is to be brought whole. */
  ofDossier(slug: string): readonly Entry[];
  /** Whoever holds some of its articles is to be among these; null: they are always here. */
  readonly holders: Holders | null;
}

/** The month `2014-05` of an instant, in the site's time zone. */
export type MonthAt = (instant: Instant) => string;

/** Articles by their months. */
export class MonthsOfEntries extends EntryList<MonthOfEntries> {
  readonly parts: readonly MonthOfEntries[];
  readonly length: number;
  readonly #byMonth: ReadonlyMap<string, MonthOfEntries>;
  readonly #monthOfFile: (file: string) => string | undefined;
  readonly monthAt: MonthAt;
  #monthsOfOld: ReadonlyMap<number, readonly MonthOfEntries[]> | null = null;

  /**
   * @param months newest first, none empty.
   * @param monthOfFile that of an article, if there is one of that file; it need not be among these.
   */
  constructor(
    months: readonly MonthOfEntries[],
    monthAt: MonthAt,
    monthOfFile: (file: string) => string | undefined,
  ) {
    super();
    this.parts = months;
    this.length = months.reduce((sum, { size }) => sum + size, 0);
    this.#byMonth = new Map(months.map(month => [month.month, month]));
    this.#monthOfFile = monthOfFile;
    this.monthAt = monthAt;
  }

  get months(): readonly MonthOfEntries[] {
    return this.parts;
  }

  /** Whoever holds some of its articles is to be among these; null: they are always here. */
  get holders(): Holders | null {
    return this.months.find(({ holders }) => holders !== null)?.holders ?? null;
  }

  month(month: string): MonthOfEntries | undefined {
    return this.#byMonth.get(month);
  }

  /** Those of the day `2014-05-20`. */
  day(day: string): readonly Entry[] {
    return this.#byMonth.get(day.slice(0, MONTH_LENGTH))?.day(day) ?? NONE;
  }

  find(file: string): Entry | undefined {
    const ofMonth = this.#byMonth.get(this.#monthOfFile(file) ?? '');
    return ofMonth?.entries.find(entry => entry.file === file);
  }

  /** Those that `is` is true of, of months of which `may` is: no others are looked at. */
  *among(may: (summary: MonthSummary) => boolean, is: (entry: Entry) => boolean): Generator<Entry, void> {
    for (const month of this.months)
      if (may(month.summary)) for (const entry of month.entries) if (is(entry)) yield entry;
  }

  /** Those that have old addresses. */
  withAliases(): Generator<Entry, void> {
    return this.among(
      ({ aliases }) => aliases > 0,
      ({ aliases }) => aliases.length > 0,
    );
  }

  /** The months of which articles have old addresses, by the numbers of these (`old-address-numbers.ts`), once for each. */
  get monthsOfOld(): ReadonlyMap<number, readonly MonthOfEntries[]> {
    this.#monthsOfOld ??= monthsOfOld(this.months);
    return this.#monthsOfOld;
  }

  /** Those that may have one of these old addresses, and perhaps others of their months. */
  *perhapsOnceAt(numbers: Iterable<number>): Generator<Entry, void> {
    const months = new Set([...numbers].flatMap(number => this.monthsOfOld.get(number) ?? []));
    for (const { entries } of months) for (const entry of entries) if (entry.aliases.length > 0) yield entry;
  }

  /** Those of these months, which were made of some of its own. */
  withMonths(months: readonly MonthOfEntries[]): MonthsOfEntries {
    return new MonthsOfEntries(months, this.monthAt, this.#monthOfFile);
  }

  /** All but those of these files. */
  without(files: Iterable<string>): MonthsOfEntries {
    const left = new Set(files);
    const touched = new Set([...left].map(this.#monthOfFile));
    if (touched.size === 0) return this;
    return this.withMonths(
      this.months.flatMap(each =>
        touched.has(each.month)
          ? (monthWith(
              each.month,
              each.entries.filter(({ file }) => !left.has(file)),
              this.monthAt,
            ) ?? [])
          : each,
      ),
    );
  }

  /** These as well. */
  with(others: readonly Entry[]): MonthsOfEntries {
    if (others.length === 0) return this;
    const added = Map.groupBy(others, monthOf);
    const names = new Set([...this.months.map(({ month }) => month), ...added.keys()]);
    const months = [...names]
      .sort((a, b) => (a < b ? 1 : -1))
      .map(month => {
        const before = this.#byMonth.get(month);
        const ofMonth = added.get(month);
        if (ofMonth === undefined) return before!;
        const entries = [...(before?.entries ?? NONE), ...ofMonth].sort(byReadingOrder);
        return monthWith(month, entries, this.monthAt)!;
      });
    const monthOfOther = new Map(others.map(other => [other.file, monthOf(other)]));
    return new MonthsOfEntries(
      months,
      this.monthAt,
      file => monthOfOther.get(file) ?? this.#monthOfFile(file),
    );
  }
}

const NONE: readonly Entry[] = [];
/** A dossier's articles are kept by years: where these are more than all of a month, the month is brought. */
const MONTHS_OF_YEAR = 12;
const MONTH_LENGTH = '2014-05'.length;

function monthsOfOld(months: readonly MonthOfEntries[]): ReadonlyMap<number, readonly MonthOfEntries[]> {
  const byNumber = new Map<number, readonly MonthOfEntries[]>();
  for (const month of months) {
    const { old } = month.summary;
    if (old === null) continue;
    const alone = [month];
    for (const number of unpackNumbers(old.addresses)) {
      const others = byNumber.get(number);
      byNumber.set(number, others === undefined ? alone : [...others, month]);
    }
  }
  return byNumber;
}

export function monthOf({ day }: Pick<Entry, 'day'>): string {
  return day.slice(0, MONTH_LENGTH);
}

/** @param entries in any order. */
export function monthsOfEntries(entries: Iterable<Entry>, monthAt: MonthAt): MonthsOfEntries {
  const byMonth = [...Map.groupBy(entries, monthOf)].sort(([a], [b]) => (a < b ? 1 : -1));
  let monthOfFile: ReadonlyMap<string, string> | null = null;
  return new MonthsOfEntries(
    byMonth.map(([month, ofMonth]) => monthWith(month, ofMonth.sort(byReadingOrder), monthAt)!),
    monthAt,
    file => {
      monthOfFile ??= new Map(
        byMonth.flatMap(([month, ofMonth]) => ofMonth.map(({ file }) => [file, month])),
      );
      return monthOfFile.get(file);
    },
  );
}

/** A month whose articles are here, in reading order; null: there are none. */
export function monthWith(month: string, entries: readonly Entry[], monthAt: MonthAt): MonthOfEntries | null {
  return entries.length === 0 ? null : new MonthHere(month, entries, monthAt);
}

/** What brings articles of a month, in reading order. */
export interface Bring {
  readonly all: () => readonly Entry[];
  readonly ofDossier: (slug: string) => readonly Entry[];
}

/** A month of which the summary is known, and the articles are brought, and held until its holders let go. */
export function knownMonth(
  month: string,
  summary: MonthSummary,
  bring: Bring,
  holders: Holders | null,
): MonthOfEntries {
  return new KnownMonth(month, summary, bring, holders);
}

abstract class Month implements MonthOfEntries {
  abstract readonly month: string;
  abstract readonly summary: MonthSummary;
  abstract readonly entries: readonly Entry[];
  abstract readonly size: number;
  abstract readonly holders: Holders | null;
  #days: ReadonlyMap<string, readonly Entry[]> | null = null;

  day(day: string): readonly Entry[] {
    this.#days ??= this.summary.days.some(([other]) => other === day)
      ? Map.groupBy(this.entries, entry => entry.day)
      : null;
    return this.#days?.get(day) ?? NONE;
  }

  protected letDaysGo(): void {
    this.#days = null;
  }

  ofDossier(slug: string): readonly Entry[] {
    return this.entries.filter(({ dossiers }) => dossiers.includes(slug));
  }

  get digest(): number {
    return this.summary.content;
  }

  get lastLate(): Instant | null {
    return this.summary.lates > 0 ? this.summary.from[1] : null;
  }

  get showsFiles(): boolean {
    return this.summary.media + this.summary.maps > 0;
  }
}

class MonthHere extends Month {
  readonly month: string;
  readonly entries: readonly Entry[];
  readonly holders = null;
  readonly #monthAt: MonthAt;
  #summary: MonthSummary | null = null;

  constructor(month: string, entries: readonly Entry[], monthAt: MonthAt) {
    super();
    this.month = month;
    this.entries = entries;
    this.#monthAt = monthAt;
  }

  get size(): number {
    return this.entries.length;
  }

  get summary(): MonthSummary {
    this.#summary ??= summarize(this.entries, this.#monthAt);
    return this.#summary;
  }
}

class KnownMonth extends Month implements Holder {
  readonly month: string;
  readonly summary: MonthSummary;
  readonly holders: Holders | null;
  readonly #bring: Bring;
  #entries: readonly Entry[] | null = null;

  constructor(month: string, summary: MonthSummary, bring: Bring, holders: Holders | null) {
    super();
    this.holders = holders;
    this.month = month;
    this.summary = summary;
    this.#bring = bring;
  }

  get size(): number {
    return this.summary.size;
  }

  get entries(): readonly Entry[] {
    if (this.#entries === null) {
      this.#entries = this.#bring.all();
      this.holders?.add(this, this.size);
    }
    return this.#entries;
  }

  letGo(): void {
    this.#entries = null;
    this.letDaysGo();
  }

  override ofDossier(slug: string): readonly Entry[] {
    const isOneOfMany = this.summary.dossiers[slug]![0] * MONTHS_OF_YEAR < this.size;
    return this.#entries === null && isOneOfMany ? this.#bring.ofDossier(slug) : super.ofDossier(slug);
  }
}
