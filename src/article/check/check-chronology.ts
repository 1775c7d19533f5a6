// The dates of one article, compared with each other: what cannot be so, each at its field.
import type { ArticleDates, ChronologyCheck, ChronologyMistake } from './article-dates.ts';
import { checkCorrections } from './correction-before-date.ts';
import { checkExpiry } from './expires-before-date.ts';
import { checkAppearance } from './expires-before-publish.ts';
import { checkFlash } from './flash-before-date.ts';
import { checkUpdated } from './updated-before-date.ts';

const CHECKS: readonly ChronologyCheck[] = [
  checkUpdated,
  checkExpiry,
  checkAppearance,
  checkFlash,
  checkCorrections,
];

/** @param timeZone the site's (IANA name). Without a date of its own an article's other dates are compared with nothing. */
export function checkChronology(dates: ArticleDates, timeZone: string): readonly ChronologyMistake[] {
  const { date } = dates;
  return date === null ? [] : CHECKS.flatMap(check => check({ ...dates, date, timeZone }));
}
