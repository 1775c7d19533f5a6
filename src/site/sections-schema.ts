// `_data/sections.yaml` to the portal's sections, in the order of the navigation.
import { z } from 'zod';
import { breaks } from '../problem/rule.ts';
import { checkFormerSlugs, formerlySchema } from './formerly-schema.ts';
import { nameForFields, slugSchema } from './slug-schema.ts';
import { textSchema } from './text-schema.ts';
import { uniqueSlugs } from './unique-slugs.ts';

const sectionSchema = (reserved: ReadonlySet<string>) =>
  z.strictObject(
    {
      slug: slugSchema.refine(slug => !reserved.has(slug), {
        error: issue =>
          `L’adresse « /${issue.input}/ » est réservée au portail ; choisissez un autre identifiant, comme « actualite-${issue.input} ».`,
        params: breaks('reserved-address'),
      }),
      name: textSchema(40),
      description: textSchema(300).nullable().default(null),
      layout: z.enum(['list', 'grid']).default('list'),
      formerly: formerlySchema(reserved),
    },
    { error: nameForFields('name') },
  );

/** What `_data/sections` says: at least one section, each slug once; none takes a first part of addresses that is `reserved`. */
export function sectionsSchema(reserved: ReadonlySet<string>) {
  return z
    .array(sectionSchema(reserved))
    .min(1)
    .superRefine(uniqueSlugs, { when: () => true })
    .superRefine(checkFormerSlugs, { when: () => true });
}
