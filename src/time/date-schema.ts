// A date in a file of data, as someone wrote it, to its instant; one that can't be read is explained in French.
import { z } from 'zod';
import type { Instant } from './instant.ts';
import { readInstant } from './read-instant.ts';

/** Quotes around a number would not make a date of it. */
function numberForDate({ input }: { input?: unknown }): string | undefined {
  if (typeof input !== 'number' && typeof input !== 'boolean') return undefined;
  return `La date « ${input} » n’est pas lisible ; écrivez-la comme « 2014-05-20T15:00:00+08:00 » ou « 20.05.2014 15h00 ».`;
}

/**
 * The schema of a date in data whose scalars are typed.
 * @param timeZone the site's zone (IANA name), for a date without an offset.
 */
export function dateSchema(timeZone: string): z.ZodType<Instant> {
  return z
    .string({ error: numberForDate })
    .refine(text => readInstant(text, timeZone) !== null, {
      message:
        'Cette date n’existe pas ou n’est pas lisible ; écrivez-la comme « 2014-05-20T15:00:00+08:00 » ou « 20.05.2014 15h00 ».',
      params: { rule: 'bad-date' },
    })
    .transform(text => readInstant(text, timeZone) as Instant);
}
