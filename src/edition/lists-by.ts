// Months of articles to a list of those of each section, topic, author or the like, which brings a month when somebody asks for one of its articles in it.
import { mix } from '../hash/hash.ts';
import type { Entry } from './entry.ts';
import { EntryList, type PartOfList } from './entry-list.ts';
import type { Holder } from './holders.ts';
import type { Counted, MonthSummary } from './month-summary.ts';
import type { MonthOfEntries } from './months-of-entries.ts';

/** By slug; what has no article is absent. */
export type ListsBy = ReadonlyMap<string, EntryList>;

/**
 * @param countsOf of a month: of each slug how many articles are in its list.
 * @param bring the articles of a month that are in the list of a slug.
 */
export function listsBy(
  months: readonly MonthOfEntries[],
  countsOf: (summary: MonthSummary) => Readonly<Record<string, Counted>>,
  bring: (month: MonthOfEntries, slug: string) => readonly Entry[],
): ListsBy {
  const lists = new Map<string, ListOfSome>();
  for (const month of months) {
    const counts = countsOf(month.summary);
    for (const slug in counts) {
      let list = lists.get(slug);
      if (list === undefined) {
        list = new ListOfSome(month => bring(month, slug));
        lists.set(slug, list);
      }
      list.add(month, counts[slug]!);
    }
  }
  return lists;
}

/** The list of a slug, which may be empty. */
export function listOf(lists: ListsBy, slug: string): EntryList {
  return lists.get(slug) ?? EMPTY;
}

/** The list of what is counted in each month, which may be empty. */
export function listOfSome(
  months: readonly MonthOfEntries[],
  counted: (summary: MonthSummary) => Counted,
  is: (entry: Entry) => boolean,
): EntryList {
  const list = new ListOfSome(({ entries }) => entries.filter(is));
  for (const month of months) if (counted(month.summary)[0] > 0) list.add(month, counted(month.summary));
  return list;
}

/** Parts are made when somebody asks for them: an archive has tens of thousands of topics in months, of which most are only counted. */
class ListOfSome extends EntryList {
  readonly #bring: (month: MonthOfEntries) => readonly Entry[];
  readonly #months: MonthOfEntries[] = [];
  readonly #counts: Counted[] = [];
  #length = 0;
  #parts: readonly PartOfList[] | null = null;

  constructor(bring: (month: MonthOfEntries) => readonly Entry[]) {
    super();
    this.#bring = bring;
  }

  /** Months come newest first. */
  add(month: MonthOfEntries, counted: Counted): void {
    this.#months.push(month);
    this.#counts.push(counted);
    this.#length += counted[0];
  }

  get length(): number {
    return this.#length;
  }

  get parts(): readonly PartOfList[] {
    this.#parts ??= this.#months.map((month, place) => new Part(month, this.#counts[place]!, this.#bring));
    return this.#parts;
  }

  override digestOfFirst(most: number): number {
    let digest = this.#length;
    let before = 0;
    for (let place = 0; before < most && place < this.#counts.length; place++) {
      const [count, ofMonth] = this.#counts[place]!;
      digest = mix(mix(digest, ofMonth), count);
      before += count;
    }
    return digest;
  }

  override showsFiles(most: number): boolean {
    let before = 0;
    for (let place = 0; before < most && place < this.#counts.length; place++) {
      if (this.#months[place]!.showsFiles) return true;
      before += this.#counts[place]![0];
    }
    return false;
  }

  override get isLate(): boolean {
    return this.#months.some(({ lastLate }) => lastLate !== null);
  }
}

const EMPTY = new ListOfSome(() => []);

/** Some articles of a month. */
class Part implements PartOfList, Holder {
  readonly size: number;
  readonly digest: number;
  readonly #of: MonthOfEntries;
  readonly #bring: (month: MonthOfEntries) => readonly Entry[];
  #entries: readonly Entry[] | null = null;

  constructor(
    of: MonthOfEntries,
    [size, digest]: Counted,
    bring: (month: MonthOfEntries) => readonly Entry[],
  ) {
    this.#of = of;
    this.size = size;
    this.digest = digest;
    this.#bring = bring;
  }

  get month(): string {
    return this.#of.month;
  }

  get lastLate(): PartOfList['lastLate'] {
    return this.#of.lastLate;
  }

  get showsFiles(): boolean {
    return this.#of.showsFiles;
  }

  get entries(): readonly Entry[] {
    if (this.#entries === null) {
      this.#entries = this.#bring(this.#of);
      this.#of.holders?.add(this);
    }
    return this.#entries;
  }

  letGo(): void {
    this.#entries = null;
  }
}
