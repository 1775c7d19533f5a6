// `_data/authors.yaml` to those who sign articles and of whom the portal says more than a name.
import { z } from 'zod';
import { photographFile } from '../article/photograph-schema.ts';
import { checkFormerSlugs, formerlySchema } from './formerly-schema.ts';
import { slugSchema } from './slug-schema.ts';
import { textSchema } from './text-schema.ts';
import { uniqueSlugs } from './unique-slugs.ts';

const author = z.strictObject({
  slug: slugSchema,
  name: textSchema(150),
  role: textSchema(120).nullable().default(null),
  biography: textSchema(1000).nullable().default(null),
  portrait: photographFile().nullable().default(null),
  formerly: formerlySchema(),
});

/** What `_data/authors` says: each slug once. */
export const authorsSchema = z
  .array(author)
  .superRefine(uniqueSlugs, { when: () => true })
  .superRefine(checkFormerSlugs, { when: () => true });
