// An edition to those who signed its articles, each with their name and what the site says of them.
import type { Edition } from '../../edition/edition.ts';
import type { EntryList } from '../../edition/entry-list.ts';
import type { Author, Site } from '../../site/site.ts';

export interface SigningAuthor {
  readonly slug: string;
  /** As the site writes it, or else as the newest article is signed. */
  readonly name: string;
  /** null: the site says nothing of them. */
  readonly profile: Author | null;
  /** In reading order; not empty. */
  readonly entries: EntryList;
}

export function authorsOf({ byAuthor, latestNames }: Edition, site: Site): readonly SigningAuthor[] {
  const profiles = new Map(site.authors.map(author => [author.slug, author]));
  return [...byAuthor].map(([slug, entries]) => {
    const profile = profiles.get(slug) ?? null;
    const name = profile?.name ?? latestNames.get(slug)!;
    return { slug, name, profile, entries };
  });
}
