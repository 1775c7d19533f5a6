// `_data/topics.yaml` to the topics that articles may carry.
import { z } from 'zod';
import { checkFormerSlugs, formerlySchema } from './formerly-schema.ts';
import { nameForFields, slugSchema } from './slug-schema.ts';
import { textSchema } from './text-schema.ts';
import { uniqueSlugs } from './unique-slugs.ts';

const topic = z.strictObject(
  { slug: slugSchema, name: textSchema(80), formerly: formerlySchema() },
  { error: nameForFields('name') },
);

/** What `_data/topics` says: each slug once. */
export const topicsSchema = z
  .array(topic)
  .superRefine(uniqueSlugs, { when: () => true })
  .superRefine(checkFormerSlugs, { when: () => true });
