// For each article, up to four earlier ones that share its topics (« À lire aussi »).
import type { Entry } from './entry.ts';

/** How many related articles a page shows. */
const SHOWN = 4;

/** How many of a topic's articles, the last that appeared before the article, are looked at. A news reader wants the recent ones. */
const WINDOW = 12;

/** For how many months before its own an article counts how rare its topics are. */
const MONTHS = 12;

/**
 * For each entry of `latest` (in the order in which they appeared, the last one first) its related articles, best first.
 *
 * An article is only compared with those that were there before it, and a topic's rarity is counted among those of the twelve months before its own
 * and of its own month. So an article that appears never changes the pages of the archive, whatever its date, and one that goes changes
 * those of twelve months and of its topics' next articles. Each topic gives log2(1 + (1 + articles) / (1 + articles of the topic)), counted so, to
 * the topic's last articles before it. Order: what an article was given, then the order of `latest`.
 */
export function relatedArticles(latest: readonly Entry[]): readonly (readonly Entry[])[] {
  const related: (readonly Entry[])[] = new Array(latest.length);
  const recent = new Map<string, Recent>();
  const all = new MonthCounts();
  const monthOf = appearanceMonths();
  // What each earlier article was given for the article at hand; wiped after each.
  const given = new Float64Array(latest.length);

  for (let index = latest.length - 1; index >= 0; index--) {
    const entry = latest[index]!;
    const month = monthOf(entry);
    const soFar = 1 + all.until(month);
    const shared: Recent[] = [];
    for (const topic of entry.topics) {
      let list = recent.get(topic);
      if (!list) {
        list = { indexes: new Int32Array(WINDOW), count: 0, months: new MonthCounts() };
        recent.set(topic, list);
      }
      shared.push(list);
      const weight = Math.log2(1 + soFar / (1 + list.months.until(month)));
      const length = Math.min(list.count, WINDOW);
      for (let i = 0; i < length; i++) given[list.indexes[i]!]! += weight;
    }

    const best: number[] = [];
    for (const { indexes, count } of shared) {
      const length = Math.min(count, WINDOW);
      for (let i = 0; i < length; i++) keepIfBest(best, indexes[i]!, given);
    }
    related[index] = best.map(index => latest[index]!);

    all.add(month);
    for (const list of shared) {
      const length = Math.min(list.count, WINDOW);
      for (let i = 0; i < length; i++) given[list.indexes[i]!] = 0;
      list.indexes[list.count % WINDOW] = index;
      list.count++;
      list.months.add(month);
    }
  }
  return related;
}

/** The indexes of a topic's last articles, as a ring. */
interface Recent {
  readonly indexes: Int32Array;
  count: number;
  readonly months: MonthCounts;
}

/** How many articles there were in the last months, which come in order. A ring of months, and their sum. */
class MonthCounts {
  private readonly counts = new Int32Array(MONTHS + 1);
  private newest = Number.NEGATIVE_INFINITY;
  private sum = 0;

  /** In the months before `month`, and so far in itself. */
  until(month: number): number {
    if (month - this.newest > MONTHS) {
      if (this.sum > 0) this.counts.fill(0);
      this.sum = 0;
    } else
      for (let next = this.newest + 1; next <= month; next++) {
        this.sum -= this.counts[next % this.counts.length]!;
        this.counts[next % this.counts.length] = 0;
      }
    this.newest = month;
    return this.sum;
  }

  add(month: number): void {
    this.until(month);
    this.counts[month % this.counts.length]!++;
    this.sum++;
  }
}

/** The month in which an entry appeared, as a number, by UTC: the same everywhere. Entries come in order, so most are of the month before them. */
function appearanceMonths(): (entry: Entry) => number {
  let month = 0;
  let begins = Number.POSITIVE_INFINITY;
  let ends = Number.NEGATIVE_INFINITY;
  return ({ from }) => {
    if (from >= begins && from < ends) return month;
    const date = new Date(from);
    const [year, ofYear] = [date.getUTCFullYear(), date.getUTCMonth()];
    begins = Date.UTC(year, ofYear);
    ends = Date.UTC(year, ofYear + 1);
    month = 12 * year + ofYear;
    return month;
  };
}

/** Puts an article's index where it belongs among the best, unless it stands there already; a smaller index appeared later. */
function keepIfBest(best: number[], index: number, given: Float64Array): void {
  const weight = given[index]!;
  let at = best.length;
  while (at > 0) {
    const other = best[at - 1]!;
    if (other === index) return;
    const otherWeight = given[other]!;
    if (otherWeight > weight || (otherWeight === weight && other < index)) break;
    at--;
  }
  if (at >= SHOWN) return;
  best.splice(at, 0, index);
  if (best.length > SHOWN) best.pop();
}
