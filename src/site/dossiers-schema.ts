// `_data/dossiers.yaml` to the special pages, in the order in which « Pages spéciales » shows them.
import { z } from 'zod';
import { checkFormerSlugs, formerlySchema } from './formerly-schema.ts';
import { nameForFields, slugSchema } from './slug-schema.ts';
import { textSchema } from './text-schema.ts';
import { uniqueSlugs } from './unique-slugs.ts';

const dossier = z.strictObject(
  {
    slug: slugSchema,
    title: textSchema(120),
    standfirst: textSchema(600),
    running: z.boolean().default(true),
    formerly: formerlySchema(),
  },
  { error: nameForFields('title', ['standfirst']) },
);

/** What `_data/dossiers` says: each slug once. */
export const dossiersSchema = z
  .array(dossier)
  .superRefine(uniqueSlugs, { when: () => true })
  .superRefine(checkFormerSlugs, { when: () => true });
