// `_data/polls.yaml` to the polls: a question, what readers may choose from, and when they may.
import { z } from 'zod';
import { breaks } from '../problem/rule.ts';
import { dateSchema } from '../time/date-schema.ts';
import { slugSchema } from './slug-schema.ts';
import { textSchema } from './text-schema.ts';
import { uniqueSlugs } from './unique-slugs.ts';

const choice = z.strictObject({ slug: slugSchema, text: textSchema(120) });

/** Runs on polls that have other mistakes too: a date that can't be read is not an instant, and a problem of its own. */
function closesAfterOpening(poll: unknown): boolean {
  if (typeof poll !== 'object' || poll === null) return true;
  const { opens, closes } = poll as { readonly opens?: unknown; readonly closes?: unknown };
  return typeof opens !== 'number' || typeof closes !== 'number' || closes > opens;
}

/**
 * What `_data/polls` says: each slug once.
 * @param timeZone the site's zone, for dates without an offset.
 */
export function pollsSchema(timeZone: string) {
  const poll = z
    .strictObject({
      slug: slugSchema,
      question: textSchema(200),
      choices: z
        .array(choice)
        .min(2)
        .max(12)
        .superRefine(uniqueSlugs, { when: () => true }),
      opens: dateSchema(timeZone),
      closes: dateSchema(timeZone),
      results: z.enum(['always', 'voted', 'closed']).default('always'),
    })
    .refine(closesAfterOpening, {
      path: ['closes'],
      message:
        'Ce sondage se ferme avant de s’ouvrir ; donnez à « closes » une date plus tardive que « opens ».',
      params: breaks('poll-dates'),
      when: () => true,
    });
  return z.array(poll).superRefine(uniqueSlugs, { when: () => true });
}
