// `_data/poll-totals.json` to the votes counted for each choice of each poll, and when they were counted.
import { z } from 'zod';
import { dateSchema } from '../time/date-schema.ts';

const votesOfPoll = z.record(z.string(), z.int().min(0));

/**
 * What `_data/poll-totals` says. Whether its polls and choices are declared is not asked: the count comes from outside,
 * and a poll may have left the site since. Votes of an unknown poll or choice are shown nowhere.
 * Votes of a poll that could not be counted again stay, with the date of their own in `counted`.
 * @param timeZone the site's zone, for a date without an offset.
 */
export function pollTotalsSchema(timeZone: string) {
  const date = dateSchema(timeZone);
  return z.strictObject({
    date,
    counted: z.record(z.string(), date).default({}),
    votes: z.record(z.string(), votesOfPoll),
  });
}
