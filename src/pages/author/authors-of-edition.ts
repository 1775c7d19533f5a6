// An edition to those who signed its articles, each with their name and what the site says of them.
import type { Edition } from '../../edition/edition.ts';
import type { Entry } from '../../edition/entry.ts';
import type { Author, Site } from '../../site/site.ts';

export interface SigningAuthor {
  readonly slug: string;
  /** As the site writes it, or else as the newest article is signed. */
  readonly name: string;
  /** null: the site says nothing of them. */
  readonly profile: Author | null;
  /** In reading order; not empty. */
  readonly entries: readonly Entry[];
}

export function authorsOf({ byAuthor, signatures }: Edition, site: Site): readonly SigningAuthor[] {
  const profiles = new Map(site.authors.map(author => [author.slug, author]));
  return [...byAuthor].map(([slug, entries]) => {
    const profile = profiles.get(slug) ?? null;
    const name = profile?.name ?? entries[0]!.authors.find(each => signatures.slugOf(each) === slug)!;
    return { slug, name, profile, entries };
  });
}
