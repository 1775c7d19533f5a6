// For each article, up to four earlier ones that share its topics (« À lire aussi »).
import type { Entry } from './entry.ts';

/** How many related articles a page shows. */
const SHOWN = 4;

/** How many of a topic's articles, newest before the article, are looked at. A news reader wants the recent ones. */
const WINDOW = 24;

/**
 * For each entry of `published` (newest first) its related articles, best first.
 *
 * An article is only compared with earlier ones, and a topic's rarity is counted among those, so a new article never
 * changes the pages of the archive. A shared topic weighs log2(1 + articles so far / articles of the topic so far).
 * Order: weight of the shared topics, then date, then file (the order of `published`).
 */
export function relatedArticles(published: readonly Entry[]): readonly (readonly Entry[])[] {
  const related: (readonly Entry[])[] = new Array(published.length);
  const recent = new Map<string, Recent>();
  const seenFor = new Int32Array(published.length).fill(-1);

  for (let index = published.length - 1; index >= 0; index--) {
    const entry = published[index]!;
    const soFar = published.length - index;
    const shared: Recent[] = [];
    for (const topic of entry.topics) {
      let list = recent.get(topic);
      if (!list) {
        list = { places: new Int32Array(WINDOW), count: 0, weight: 0 };
        recent.set(topic, list);
      }
      list.weight = list.count === 0 ? 0 : Math.log2(1 + soFar / list.count);
      shared.push(list);
    }

    const best: { place: number; weight: number }[] = [];
    for (const list of shared) {
      for (let i = 0; i < Math.min(list.count, WINDOW); i++) {
        const place = list.places[i]!;
        if (seenFor[place] === index) continue;
        seenFor[place] = index;
        insert(best, place, sharedWeight(published[place]!, entry, recent));
      }
    }
    related[index] = best.map(({ place }) => published[place]!);

    for (const list of shared) {
      list.places[list.count % WINDOW] = index;
      list.count++;
    }
  }
  return related;
}

/** The places of a topic's last articles, as a ring. */
interface Recent {
  readonly places: Int32Array;
  count: number;
  /** Of the topic, for the article being placed. */
  weight: number;
}

function sharedWeight(candidate: Entry, entry: Entry, recent: ReadonlyMap<string, Recent>): number {
  let weight = 0;
  for (const topic of entry.topics) {
    if (candidate.topics.includes(topic)) weight += recent.get(topic)!.weight;
  }
  return weight;
}

/** Puts the candidate where it belongs among the best; a smaller place is a later date. */
function insert(best: { place: number; weight: number }[], place: number, weight: number): void {
  let at = best.length;
  while (at > 0) {
    const other = best[at - 1]!;
    if (other.weight > weight || (other.weight === weight && other.place < place)) break;
    at--;
  }
  if (at >= SHOWN) return;
  best.splice(at, 0, { place, weight });
  if (best.length > SHOWN) best.pop();
}
