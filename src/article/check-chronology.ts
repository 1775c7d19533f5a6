// The dates of one article, compared with each other: what cannot be so, each at its field.
import type { Mistake } from '../problem/problem.ts';
import { calendarDay } from '../time/calendar-day.ts';
import type { Instant } from '../time/instant.ts';
import { readInstant } from '../time/read-instant.ts';

/** The dates of an article; null where there is none, or none that can be read. */
export interface ArticleDates {
  readonly date: Instant | null;
  readonly updated: Instant | null;
  readonly publish: Instant | null;
  readonly expires: Instant | null;
  readonly flashUntil: Instant | null;
  /** In the editor's order. */
  readonly corrections: readonly (Instant | null)[];
}

/** A date that cannot be, at its place in the front matter. */
export interface ChronologyMistake extends Mistake {
  readonly path: readonly (string | number)[];
}

/** Everything that cannot be so. A day without time means the whole day: « updated » may be the day of the date. */
export function checkChronology(dates: ArticleDates, timeZone: string): readonly ChronologyMistake[] {
  const { date, updated, publish, expires, flashUntil } = dates;
  const mistakes: ChronologyMistake[] = [];
  if (date === null) return mistakes;
  if (updated !== null && isBefore(updated, date, timeZone)) {
    mistakes.push({
      path: ['updated'],
      rule: 'updated-before-date',
      message:
        'La mise à jour (« updated ») précède la date de l’article (« date ») ; corrigez l’une des deux.',
    });
  }
  if (expires !== null && expires <= date) {
    mistakes.push({
      path: ['expires'],
      rule: 'expires-before-date',
      message:
        'L’article expirerait (« expires ») avant sa propre date (« date ») ; écrivez une date d’expiration plus tardive.',
    });
  }
  if (expires !== null && publish !== null && expires <= publish) {
    mistakes.push({
      path: ['expires'],
      rule: 'expires-before-publish',
      message:
        'L’article expirerait (« expires ») avant sa publication (« publish ») et ne paraîtrait jamais ; corrigez l’une des deux dates.',
    });
  }
  if (flashUntil !== null && flashUntil <= date) {
    mistakes.push({
      path: ['flash', 'until'],
      rule: 'flash-before-date',
      message:
        'Le flash quitterait le bandeau (« until ») avant la date de l’article (« date ») ; écrivez une heure plus tardive.',
    });
  }
  dates.corrections.forEach((correction, index) => {
    if (correction === null || !isBefore(correction, date, timeZone)) return;
    mistakes.push({
      path: ['corrections', index, 'date'],
      rule: 'correction-before-date',
      message: 'Ce rectificatif précède la date de l’article (« date ») ; corrigez l’une des deux dates.',
    });
  });
  return mistakes;
}

/** Whether `instant` precedes `date` and is not simply its day, written without time. */
function isBefore(instant: Instant, date: Instant, timeZone: string): boolean {
  return instant < date && instant !== readInstant(calendarDay(date, timeZone), timeZone);
}
