// The dates of one article as the checks of its chronology compare them, and a mistake in one of them.
import type { Mistake } from '../../problem/problem.ts';
import { calendarDay } from '../../time/calendar-day.ts';
import type { Instant } from '../../time/instant.ts';
import { readInstant } from '../../time/read-instant.ts';

/** null where there is no date, or none that can be read. */
export interface ArticleDates {
  readonly date: Instant | null;
  readonly updated: Instant | null;
  readonly publish: Instant | null;
  readonly expires: Instant | null;
  readonly flashUntil: Instant | null;
  /** In the editor's order. */
  readonly corrections: readonly (Instant | null)[];
}

/** The dates of an article whose own date is known: with it the others are compared. */
export interface DatedArticle extends ArticleDates {
  readonly date: Instant;
  /** IANA name, of the site. */
  readonly timeZone: string;
}

/** A date that cannot be, at its place in the front matter. */
export interface ChronologyMistake extends Mistake {
  readonly path: readonly (string | number)[];
}

/** Finds what breaks one rule. */
export type ChronologyCheck = (article: DatedArticle) => readonly ChronologyMistake[];

/**
 * Whether an instant precedes the article's date and is not simply its day, written without time: such a day means the whole
 * day, so « updated » may be the day of the date.
 */
export function isBeforeDate(instant: Instant, { date, timeZone }: DatedArticle): boolean {
  return instant < date && instant !== readInstant(calendarDay(date, timeZone), timeZone);
}
