// A list of things with a `slug` to one problem for each slug that stands in the list a second time.
import type { z } from 'zod';
import { breaks } from '../problem/rule.ts';

/**
 * A refinement for a schema's list. It runs on lists that have other mistakes too, so it takes nothing for granted.
 * @param items the list as parsed so far.
 */
export function uniqueSlugs(items: unknown, context: z.RefinementCtx): void {
  if (!Array.isArray(items)) return;
  const ranks = new Map<string, number>();
  for (const [index, item] of items.entries()) {
    const slug: unknown = typeof item === 'object' && item !== null ? item.slug : undefined;
    if (typeof slug !== 'string') continue;
    const earlier = ranks.get(slug);
    if (earlier === undefined) {
      ranks.set(slug, index + 1);
    } else {
      context.addIssue({
        code: 'custom',
        path: [index, 'slug'],
        message: `L’identifiant « ${slug} » est déjà celui de l’élément nº ${earlier} de la liste ; donnez à chacun le sien.`,
        params: breaks('duplicate-slug'),
      });
    }
  }
}
