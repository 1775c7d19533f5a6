// Which articles link to addresses of articles that are not there, found without a look at every article.
//
// A link to an article is right as long as that article is at its address. So the links of an article are looked at when it was read, when some
// were not right the last time, and when the addresses of a month to which it links are no longer the same.
import { articleAddress } from '../../address/addresses.ts';
import { AddressSet } from '../../edition/address-set.ts';
import type { Edition } from '../../edition/edition.ts';
import { hashShort } from '../../hash/hash.ts';

/** What an earlier build has found out. */
export interface KnownArticleLinks {
  /** Files of articles with a link that was not right, or at which nobody has looked since they were read. */
  readonly unsure: Iterable<string>;
  /** Per month `2014-05`, what is to be compared with `ArticleLinks.months`. */
  readonly months: ReadonlyMap<string, number>;
  /** The articles that linked to some of a month, each with the hashes of these addresses. They may do so no longer. */
  readonly linkersTo: (month: string) => Iterable<readonly [file: string, hashes: readonly number[]]>;
  /** The links of an article to articles; null: there is no such article any more. */
  readonly linksOf: (file: string) => readonly string[] | null;
}

/** For who has no memory, and reads every article. */
export const NOTHING_KNOWN: KnownArticleLinks = {
  unsure: [],
  months: new Map(),
  linkersTo: () => [],
  linksOf: () => null,
};

/** By their files, the articles at whose links this build has looked, with these links. */
export interface ArticleLinks {
  /** Each with a link to an address at which no reader finds an article: it may be an old one, or of an article to come. */
  readonly astray: ReadonlyMap<string, readonly string[]>;
  readonly right: ReadonlyMap<string, readonly string[]>;
  /** Per month, one number for its articles together: it changes whenever one of their addresses does. */
  readonly months: ReadonlyMap<string, number>;
}

/** @param read the articles read by this build, with their links to articles. */
export function lookAtArticleLinks(
  { published }: Pick<Edition, 'published'>,
  read: ReadonlyMap<string, readonly string[]>,
  known: KnownArticleLinks,
): ArticleLinks {
  const months = new Map(published.months.map(({ month, digest }) => [month, digest]));
  const isThere = addressesThere(published);
  const suspects = new Set([...read.keys(), ...known.unsure]);
  for (const month of new Set([...known.months.keys(), ...months.keys()])) {
    if (known.months.get(month) === months.get(month)) continue;
    for (const [file, hashes] of known.linkersTo(month))
      if (!hashes.every(hash => isThere(month, hash))) suspects.add(file);
  }
  const astray = new Map<string, readonly string[]>();
  const right = new Map<string, readonly string[]>();
  for (const file of suspects) {
    const links = read.get(file) ?? known.linksOf(file);
    if (links === null || links.length === 0) continue;
    (links.every(link => isThere(monthOfLink(link), hashShort(link))) ? right : astray).set(file, links);
  }
  return { astray, right, months };
}

/** The month `2014-05` of the article whose address this is. */
export function monthOfLink(link: string): string {
  return articleAddress(link)!.day.slice(0, 7);
}

/** Whether an article of a month has an address, by its hash. */
function addressesThere(published: Edition['published']): (month: string, hash: number) => boolean {
  const sets = new Map<string, AddressSet>();
  const setOf = (month: string): AddressSet => {
    const known = sets.get(month);
    if (known) return known;
    const entries = published.month(month)?.entries ?? [];
    const set = new AddressSet(entries.length);
    for (const { addressHash } of entries) set.add(addressHash);
    sets.set(month, set);
    published.holders?.letGoOfMany();
    return set;
  };
  return (month, hash) => setOf(month).has(hash);
}
