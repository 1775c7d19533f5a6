// `_data/proof.json` to what a proof of the built site found, and when (`npm run proof -- --record`).
import { z } from 'zod';
import { proofWords } from '../locale/proof-words.ts';
import { dateSchema } from '../time/date-schema.ts';

const RULES = Object.keys(proofWords.rules) as (keyof typeof proofWords.rules)[];

const count = z.int().min(0);
const words = z.string().min(1).max(600);

/** @param timeZone the site's zone, for a date without an offset. */
export function proofSchema(timeZone: string) {
  return z.strictObject({
    date: dateSchema(timeZone),
    commit: z
      .string()
      .regex(/^[0-9a-f]{40}(?:[0-9a-f]{24})?$/)
      .nullable()
      .default(null),
    pages: count,
    files: count,
    rules: z.array(
      z.strictObject({
        rule: z.enum(RULES),
        severity: z.enum(['error', 'warning']),
        looked: count,
        found: count,
        examples: z.array(z.strictObject({ what: words, pages: count, first: words })).max(20),
      }),
    ),
  });
}
