// `_data/dossiers.yaml` to the special pages, in the order in which « Pages spéciales » shows them.
import { z } from 'zod';
import { photograph } from '../article/photograph-schema.ts';
import { makeImage } from '../article/read-article.ts';
import { lineTypesetterOf } from '../typography/typeset-line.ts';
import { checkFormerSlugs, formerlySchema } from './formerly-schema.ts';
import { keyDatesSchema } from './key-dates-schema.ts';
import { nameForFields, slugSchema } from './slug-schema.ts';
import { textSchema } from './text-schema.ts';
import { uniqueSlugs } from './unique-slugs.ts';

const typesetLine = lineTypesetterOf(null);
const typesetOrNull = (text: string | undefined) => (text === undefined ? null : typesetLine(text));

const part = z.strictObject({ title: textSchema(80), topics: z.array(slugSchema).min(1).max(20) });

const dossier = z.strictObject(
  {
    slug: slugSchema,
    title: textSchema(120),
    standfirst: textSchema(600),
    running: z.boolean().default(true),
    image: photograph()
      .transform(image => makeImage(image, typesetOrNull))
      .nullable()
      .default(null),
    parts: z.array(part).max(12).default([]),
    dates: keyDatesSchema().default([]),
    formerly: formerlySchema(),
  },
  { error: nameForFields('title', ['standfirst']) },
);

/** What `_data/dossiers` says: each slug once. */
export const dossiersSchema = z
  .array(dossier)
  .superRefine(uniqueSlugs, { when: () => true })
  .superRefine(checkFormerSlugs, { when: () => true });
