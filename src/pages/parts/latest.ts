// Articles in the order in which they appeared: what a list shows of them that tells what is new since when.
import { type Entry, lateAppearance } from '../../edition/entry.ts';
import type { Instant } from '../../time/instant.ts';
import { type CardsRef, showCards } from '../shown.ts';
import type { Tools } from '../tools.ts';
import type { Card } from '../views.ts';

export interface ShownLatest {
  readonly articles: CardsRef;
  /** Of each article, when it appeared, if that was after its date. */
  readonly late: readonly (Instant | null)[];
}

export function latestShown(entries: readonly Entry[]): ShownLatest {
  return { articles: showCards(entries, null), late: entries.map(lateAppearance) };
}

/** Each with the moment at which it appeared. */
export function latestCards({ articles, late }: ShownLatest, tools: Tools): readonly Card[] {
  return tools.cards(articles).map((card, index) => {
    const appeared = late[index] ?? null;
    return appeared === null ? card : { ...card, date: tools.moment(appeared) };
  });
}
