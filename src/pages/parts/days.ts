// Entries in reading order to lists of cards, each under its day.
import type { Entry } from '../../edition/entry.ts';
import { calendarDayInWords } from '../../time/moment.ts';
import { type CardsRef, showCards } from '../shown.ts';
import type { Tools } from '../tools.ts';
import type { Card } from '../views.ts';
import { groupByPeriod } from './periods.ts';

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

export function daysShown(entries: readonly Entry[]): readonly ShownDay[] {
  return groupByPeriod(entries, 'yyyy-mm-dd').map(([day, ofDay]) => ({
    day,
    articles: showCards(ofDay, null),
  }));
}

export function daysView(days: readonly ShownDay[], tools: Tools): readonly DayOfCards[] {
  return days.map(({ day, articles }) => ({ day: calendarDayInWords(day), articles: tools.cards(articles) }));
}
