// `_data/sections.yaml` to the portal's sections, in the order of the navigation.
import { z } from 'zod';
import { isReservedAddress } from '../address/reserved-addresses.ts';
import { slugSchema } from './slug-schema.ts';
import { textSchema } from './text-schema.ts';
import { uniqueSlugs } from './unique-slugs.ts';

const section = z.strictObject({
  slug: slugSchema.refine(slug => !isReservedAddress(slug), {
    error: issue =>
      `L’adresse « /${issue.input}/ » est réservée au portail ; choisissez un autre identifiant, comme « actualite-${issue.input} ».`,
    params: { rule: 'reserved-address' },
  }),
  name: textSchema(40),
  description: textSchema(300).nullable().default(null),
  layout: z.enum(['list', 'grid']).default('list'),
});

/** What `_data/sections` says: at least one section, each slug once. */
export const sectionsSchema = z
  .array(section)
  .min(1)
  .superRefine(uniqueSlugs, { when: () => true });
