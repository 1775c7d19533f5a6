// Articles of several months as one list, of which a month is brought when somebody asks for one of its articles.
import { mix } from '../hash/hash.ts';
import { DAY } from '../time/durations.ts';
import type { Instant } from '../time/instant.ts';
import { byAppearance, type Entry } from './entry.ts';

/** Some articles of one month, in reading order; at least one. */
export interface PartOfList {
  /** `2014-05` */
  readonly month: string;
  readonly size: number;
  /** Changes whenever one of them does, or their order. */
  readonly digest: number;
  /** No article of the month appeared later; null: none of them appeared after its date. */
  readonly lastLate: Instant | null;
  /** Whether an article of the month shows files. */
  readonly showsFiles: boolean;
  /** Brings them, if they are not here. */
  readonly entries: readonly Entry[];
}

/** In reading order. */
export abstract class EntryList<Part extends PartOfList = PartOfList> implements Iterable<Entry> {
  /** Newest first. */
  abstract readonly parts: readonly Part[];
  /** How many articles there are. */
  abstract readonly length: number;

  *[Symbol.iterator](): Generator<Entry, void> {
    for (const { entries } of this.parts) yield* entries;
  }

  /** The first `most`, or all. */
  first(most: number): readonly Entry[] {
    return firstOf(this, most);
  }

  /** Changes whenever one of the first `most` does, and sometimes without: it brings nothing. */
  digestOfFirst(most: number): number {
    return this.#partsOfFirst(most).reduce(
      (digest, part) => mix(mix(digest, part.digest), part.size),
      this.length,
    );
  }

  /** Whether an article of the months of the first `most` shows files. */
  showsFiles(most: number): boolean {
    return this.#partsOfFirst(most).some(part => part.showsFiles);
  }

  /** Whether one of them may have appeared after its date. */
  get isLate(): boolean {
    return this.parts.some(isLate);
  }

  #partsOfFirst(most: number): readonly Part[] {
    let before = 0;
    return this.parts.filter(({ size }) => {
      const isAmong = before < most;
      before += size;
      return isAmong;
    });
  }

  /** In the order in which they appeared, the last one first. */
  byAppearance(): Iterable<Entry> {
    return this.isLate ? lastFirst(this.parts) : this;
  }
}

/** The first `most` of what is in order, or all; no more is asked for. */
export function firstOf<Item>(items: Iterable<Item>, most: number): readonly Item[] {
  const first: Item[] = [];
  if (most <= 0) return first;
  for (const item of items) {
    first.push(item);
    if (first.length === most) break;
  }
  return first;
}

/** The first that readers have, who do not have what the newsroom sees ahead of them. */
export function firstForReaders(entries: Iterable<Entry>): Entry | undefined {
  for (const entry of entries) if (entry.absence === undefined) return entry;
  return undefined;
}

/** Parts are brought by the time at which their last article may have appeared, and no sooner than one of them may be next. */
function* lastFirst(parts: readonly PartOfList[]): Generator<Entry, void> {
  // What is late may come before all that is newer; the others go by their months, which are in order.
  const late = parts.filter(isLate).sort((a, b) => b.lastLate - a.lastLate);
  const punctual = parts.filter(part => !isLate(part));
  let here: Entry[] = [];
  const bring = ({ entries }: PartOfList): void => {
    here = [...here, ...entries].sort(byAppearance).reverse();
  };
  while (late.length + punctual.length + here.length > 0) {
    const next = here.at(-1);
    if (next === undefined) bring(punctual.shift() ?? late.shift()!);
    else if (late.length > 0 && late[0]!.lastLate >= next.from) bring(late.shift()!);
    else if (punctual.length > 0 && !isSurelyAfter(next, punctual[0]!)) bring(punctual.shift()!);
    else yield here.pop()!;
  }
}

function isLate(part: PartOfList): part is PartOfList & { readonly lastLate: Instant } {
  return part.lastLate !== null;
}

/** Whether an article appeared after all that have dates of a month: a day's distance covers every time zone. */
function isSurelyAfter({ from }: Entry, { month }: PartOfList): boolean {
  const [year, number] = month.split('-').map(Number) as [number, number];
  return from > Date.UTC(year, number) + 2 * DAY;
}
