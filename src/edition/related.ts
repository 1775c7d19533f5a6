// For each article, up to four earlier ones that share its topics (« À lire aussi »).
import type { Entry } from './entry.ts';

/** How many related articles a page shows. */
const SHOWN = 4;

/** How many of a topic's articles, the last that appeared before the article, are looked at. A news reader wants the recent ones. */
export const WINDOW = 12;

/** For how many months before its own an article counts how rare its topics are. */
const MONTHS = 12;

/** Random access: of an archive most articles have the related ones that they had, and nobody asks for these. */
export interface Related {
  /** The related articles of the entry at an index of `latest`, best first. */
  of(index: number): readonly Entry[];
  /** The first index whose entry appeared too long before that one to count for how rare its topics are. */
  endOfRarity(index: number): number;
  /** The indexes in `latest` of a topic's articles: the last one that appeared first. */
  readonly byTopic: ReadonlyMap<string, readonly number[]>;
}

/**
 * For each entry of `latest` (in the order in which they appeared, the last one first) its related articles.
 *
 * An article is only compared with those that were there before it, and a topic's rarity is counted among those of the twelve months before its own
 * and of its own month. So an article that appears never changes the pages of the archive, whatever its date, and one that goes changes
 * those of twelve months and of its topics' next articles. Each topic gives log2(1 + (1 + articles) / (1 + articles of the topic)), counted so, to
 * the topic's last articles before it. Order: what an article was given, then the order of `latest`.
 */
export function relatedAmong(latest: readonly Entry[]): Related {
  const byTopic = indexesByTopic(latest);
  const endOfRarity = ends(latest);
  // What each earlier article was given for the article at hand; wiped after each.
  const given = new Float64Array(latest.length);
  return {
    byTopic,
    endOfRarity,
    of(index) {
      const end = endOfRarity(index);
      const shared = latest[index]!.topics.map(topic => byTopic.get(topic)!);
      const windows: (readonly number[])[] = [];
      for (const indexes of shared) {
        const first = firstNotBefore(indexes, index + 1);
        const weight = Math.log2(1 + (end - index) / (1 + firstNotBefore(indexes, end) - first));
        const window = indexes.slice(first, first + WINDOW);
        windows.push(window);
        for (const other of window) given[other]! += weight;
      }
      const best: number[] = [];
      for (const window of windows) for (const other of window) keepIfBest(best, other, given);
      for (const window of windows) for (const other of window) given[other] = 0;
      return best.map(other => latest[other]!);
    },
  };
}

function indexesByTopic(latest: readonly Entry[]): ReadonlyMap<string, readonly number[]> {
  const byTopic = new Map<string, number[]>();
  latest.forEach(({ topics }, index) => {
    for (const topic of topics) {
      const indexes = byTopic.get(topic);
      if (indexes) indexes.push(index);
      else byTopic.set(topic, [index]);
    }
  });
  return byTopic;
}

/** Where in rising `numbers` the first one stands that is not below `least`. */
function firstNotBefore(numbers: readonly number[], least: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (numbers[middle]! < least) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Months are those of UTC: the same everywhere. Neighbours are mostly of one month. */
function ends(latest: readonly Entry[]): (index: number) => number {
  let begins = Number.POSITIVE_INFINITY;
  let isOver = Number.NEGATIVE_INFINITY;
  let end = 0;
  return index => {
    const { from } = latest[index]!;
    if (from >= begins && from < isOver) return end;
    const date = new Date(from);
    const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
    begins = Date.UTC(year, month);
    isOver = Date.UTC(year, month + 1);
    const oldest = Date.UTC(year, month - MONTHS);
    let low = index + 1;
    let high = latest.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (latest[middle]!.from >= oldest) low = middle + 1;
      else high = middle;
    }
    end = low;
    return end;
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
