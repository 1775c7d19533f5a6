// For each article, up to four earlier ones that share its topics (« À lire aussi »).
import type { Entry } from './entry.ts';

/** How many related articles a page shows. */
const SHOWN = 4;

/** How many of a topic's articles, the last that appeared before the article, are looked at. A news reader wants the recent ones. */
const WINDOW = 12;

/**
 * For each entry of `latest` (in the order in which they appeared, the last one first) its related articles, best first.
 *
 * An article is only compared with those that were there before it, and a topic's rarity is counted among those, so an article that
 * appears never changes the pages of the archive, whatever its date. Each of its topics gives log2(1 + articles so far / articles of the topic so far) to
 * the topic's last articles before it. Order: what an article was given, then the order of `latest`.
 */
export function relatedArticles(latest: readonly Entry[]): readonly (readonly Entry[])[] {
  const related: (readonly Entry[])[] = new Array(latest.length);
  const recent = new Map<string, Recent>();
  // What each earlier article was given for the article at hand; wiped after each.
  const given = new Float64Array(latest.length);

  for (let index = latest.length - 1; index >= 0; index--) {
    const entry = latest[index]!;
    const soFar = latest.length - index;
    const shared: Recent[] = [];
    for (const topic of entry.topics) {
      let list = recent.get(topic);
      if (!list) {
        list = { indexes: new Int32Array(WINDOW), count: 0 };
        recent.set(topic, list);
      }
      shared.push(list);
      const weight = Math.log2(1 + soFar / list.count);
      const length = Math.min(list.count, WINDOW);
      for (let i = 0; i < length; i++) given[list.indexes[i]!]! += weight;
    }

    const best: number[] = [];
    for (const { indexes, count } of shared) {
      const length = Math.min(count, WINDOW);
      for (let i = 0; i < length; i++) keepIfBest(best, indexes[i]!, given);
    }
    related[index] = best.map(index => latest[index]!);

    for (const list of shared) {
      const length = Math.min(list.count, WINDOW);
      for (let i = 0; i < length; i++) given[list.indexes[i]!] = 0;
      list.indexes[list.count % WINDOW] = index;
      list.count++;
    }
  }
  return related;
}

/** The indexes of a topic's last articles, as a ring. */
interface Recent {
  readonly indexes: Int32Array;
  count: number;
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
