// A date in a data file becomes its instant; a date that cannot be read becomes an explanation in French.
import { z } from 'zod';
import { breaks } from '../problem/rule.ts';
import { dateMistake } from './date-mistake.ts';
import type { Instant } from './instant.ts';
import { readInstant } from './read-instant.ts';

/** The general message would advise quotes around the number, but a number in quotes is no date either. */
function numberForDate({ input }: { input?: unknown }): string | undefined {
  if (typeof input !== 'number' && typeof input !== 'boolean') return undefined;
  return `La date « ${input} » n’est pas lisible ; écrivez-la comme « 2014-05-20T15:00:00+08:00 » ou « 20.05.2014 15h00 ».`;
}

/**
 * The schema of a date in YAML whose scalars are typed, so that a bare `2014` arrives as a number.
 * @param timeZone the site's zone (IANA name), for a date without an offset.
 */
export function dateSchema(timeZone: string): z.ZodType<Instant> {
  return z
    .string({ error: numberForDate })
    .superRefine((text, context) => {
      if (readInstant(text, timeZone) !== null) return;
      const message = dateMistake(text, timeZone);
      context.addIssue({ code: 'custom', params: breaks('bad-date'), message });
    })
    .transform(text => readInstant(text, timeZone) as Instant);
}
