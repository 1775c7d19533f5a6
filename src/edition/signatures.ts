// What articles are signed with to whose page it leads to, and how readers see it.
import { slugify } from '../article/slug.ts';
import type { Author } from '../site/site.ts';

export interface Signatures {
  /** The slug of the author's page; null: the name has no letter that an address can have. */
  slugOf(signature: string): string | null;
  /** The name as readers see it: as it is signed, or that of the author whose slug it is. */
  nameOf(signature: string): string;
}

/**
 * Whoever signs has a page, `authors` or not: « Zoé Li » and « Zoe Li » the same one, `zoe-li`. Of `authors` a name, the slug or a
 * former one will do.
 */
export function signaturesOf(authors: readonly Author[]): Signatures {
  const byName = new Map(authors.map(({ name, slug }) => [name, slug]));
  const bySlug = new Map(
    authors.flatMap(({ slug, formerly }) => [slug, ...formerly].map(each => [each, slug])),
  );
  const names = new Map(authors.map(({ slug, name }) => [slug, name]));
  const known = new Map<string, string | null>();
  const find = (signature: string): string | null => {
    const slug = byName.get(signature);
    if (slug !== undefined) return slug;
    const folded = slugify(signature);
    return bySlug.get(folded) ?? (folded === '' ? null : folded);
  };
  return {
    slugOf(signature) {
      let slug = known.get(signature);
      if (slug === undefined) {
        slug = find(signature);
        known.set(signature, slug);
      }
      return slug;
    },
    nameOf: signature => names.get(signature) ?? signature,
  };
}
