// `formerly`: the slugs that a section, topic, dossier or editorial page had before, and what is wrong with them beside those in use.
import { z } from 'zod';
import { problemMessages } from '../locale/problem-messages.ts';
import { breaks } from '../problem/rule.ts';
import { slugSchema } from './slug-schema.ts';

/** More moves than any portal makes. */
const MOST = 50;

/** Old slugs, none of which is one of the first parts of addresses that are `reserved`. */
export function formerlySchema(reserved: ReadonlySet<string> = new Set()) {
  const slug = slugSchema.refine(each => !reserved.has(each), {
    error: ({ input }) => problemMessages.formerSlugReserved(String(input)),
    params: breaks('reserved-address'),
  });
  return z.array(slug).max(MOST).default([]);
}

/**
 * A refinement for a list of things with `slug` and `formerly`: one problem for each old slug that is in use, or stands in the list a
 * second time. It runs on lists that have other mistakes too, so it takes nothing for granted.
 */
export function checkFormerSlugs(items: unknown, context: z.RefinementCtx): void {
  if (!Array.isArray(items)) return;
  const holders = new Map<string, number>();
  for (const [index, item] of items.entries()) {
    const slug = item?.slug;
    if (typeof slug === 'string' && !holders.has(slug)) holders.set(slug, index);
  }
  const former = new Map<string, number>();
  const inWords = (index: number): string => problemMessages.slugHolder.item(index + 1);
  for (const [index, item] of items.entries()) {
    const formerly: unknown = item?.formerly;
    if (!Array.isArray(formerly)) continue;
    for (const [place, slug] of formerly.entries()) {
      if (typeof slug !== 'string') continue;
      const holder = holders.get(slug);
      const other = former.get(slug);
      const path = [index, 'formerly', place];
      if (holder !== undefined) reportInUse(context, path, slug, inWords(holder));
      else if (other !== undefined) reportTwice(context, path, slug, inWords(other));
      else former.set(slug, index);
    }
  }
}

/** `whose`: « de l’élément nº 2 de la liste ». */
export function reportInUse(
  context: z.RefinementCtx,
  path: (string | number)[],
  slug: string,
  whose: string,
): void {
  const message = problemMessages.formerSlugInUse(slug, whose);
  context.addIssue({ code: 'custom', path, message, params: breaks('former-slug-in-use') });
}

export function reportTwice(
  context: z.RefinementCtx,
  path: (string | number)[],
  slug: string,
  whose: string,
): void {
  const message = problemMessages.formerSlugTwice(slug, whose);
  context.addIssue({ code: 'custom', path, message, params: breaks('former-slug-twice') });
}
