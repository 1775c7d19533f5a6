// The articles of days to lists of cards, each under its day.
import type { Days } from '../../edition/edition.ts';
import { calendarDayInWords } from '../../time/moment.ts';
import { type CardsRef, showCards } from '../shown.ts';
import type { Tools } from '../tools.ts';
import type { Card } from '../views.ts';

export interface DayOfCards {
  /** `mardi 20 mai 2014` */
  readonly day: string;
  readonly articles: readonly Card[];
}

export interface ShownDay {
  /** `2014-05-20` */
  readonly day: string;
  readonly articles: CardsRef;
}

export function daysShown(days: Days): readonly ShownDay[] {
  return days.map(([day, entries]) => ({ day, articles: showCards(entries, null) }));
}

export function daysView(days: readonly ShownDay[], tools: Tools): readonly DayOfCards[] {
  return days.map(({ day, articles }) => ({ day: calendarDayInWords(day), articles: tools.cards(articles) }));
}
