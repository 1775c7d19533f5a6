// The front matter of a file of `content/pages` to the page's title, description and rank.
import { z } from 'zod';
import { formerlySchema } from './formerly-schema.ts';
import { textSchema } from './text-schema.ts';

/** Strict: a field that is not known is a mistake, such as an article's `date`. */
export const editorialPageSchema = z.strictObject({
  title: textSchema(120),
  description: textSchema(300),
  /** The rank in the footer; pages without one come last, by address. */
  order: z.int().min(0).max(1000).default(1000),
  formerly: formerlySchema(),
});
