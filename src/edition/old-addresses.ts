// Published articles and what moved to the addresses that lead to each article, as far as files can answer them.
import { articleUrl, outputKey, sectionUrl } from '../address/addresses.ts';
import { redirectUrl } from '../address/old-address.ts';
import { hashShort } from '../hash/hash.ts';
import type { MovedFolders } from '../site/moved-folders.ts';
import type { Entry } from './entry.ts';

export interface OldAddresses {
  /** What is in `aliases`. */
  ofAliases(entry: Entry): readonly string[];
  /** What these were below other slugs. */
  ofFormerAliases(entry: Entry): readonly string[];
  /** What an article's own address was below old slugs. */
  ofArticle(entry: Entry): readonly string[];
  /** The same of a page that is no article. */
  ofPage(url: string): readonly string[];
}

const NONE: readonly string[] = [];

/**
 * No two articles or pages have one in common. What an editor wrote in `aliases` comes first: it names one address, and an old slug all that
 * were below it. Next is what an address of today was; last, what an alias was: an article was renamed, and then its section.
 */
export function oldAddresses(published: readonly Entry[], moved: MovedFolders): OldAddresses {
  const aliases = new Map<Entry, readonly string[]>();
  for (const entry of published)
    if (entry.aliases.length > 0)
      aliases.set(
        entry,
        entry.aliases.map(redirectUrl).filter(url => url !== null),
      );
  const ofAliases = (entry: Entry): readonly string[] => aliases.get(entry) ?? NONE;
  const none = (): readonly string[] => NONE;
  if (moved.list.length === 0) return { ofAliases, ofFormerAliases: none, ofArticle: none, ofPage: none };

  const taken = new Set<string>();
  for (const urls of aliases.values())
    for (const url of urls) if (moved.presentAddress(url.toLowerCase()) !== null) taken.add(outputKey(url));
  const former = formerAliases(aliases, taken, published, moved);
  const freeOf = (urls: readonly string[]): readonly string[] =>
    taken.size === 0 ? urls : urls.filter(url => !taken.has(outputKey(url)));
  return {
    ofAliases,
    ofFormerAliases: entry => former.get(entry) ?? NONE,
    ofArticle: entry =>
      moved.formerAddresses(sectionUrl(entry.section)).length === 0
        ? NONE
        : freeOf(moved.formerAddresses(articleUrl(entry))),
    ofPage: url => freeOf(moved.formerAddresses(url)),
  };
}

/** What each alias was below other slugs, before or after it was one, unless an article of today was there. Adds them to `taken`. */
function formerAliases(
  aliases: ReadonlyMap<Entry, readonly string[]>,
  taken: Set<string>,
  published: readonly Entry[],
  moved: MovedFolders,
): ReadonlyMap<Entry, readonly string[]> {
  const presentOf = (alias: string): string => moved.presentAddress(alias) ?? alias;
  const below = [...aliases]
    .map(([entry, urls]) => ({
      entry,
      presents: urls.map(presentOf).filter(url => moved.formerAddresses(url).length > 0),
    }))
    .filter(({ presents }) => presents.length > 0);
  const isOfArticle = addressesAmong(
    published,
    below.flatMap(({ presents }) => presents),
  );
  const former = new Map<Entry, readonly string[]>();
  for (const { entry, presents } of below) {
    const urls = presents.filter(url => !isOfArticle(url)).flatMap(moved.formerAddresses);
    const free = urls.filter(url => {
      const isFree = !taken.has(outputKey(url));
      taken.add(outputKey(url));
      return isFree;
    });
    former.set(entry, free);
  }
  return former;
}

/** Which of the addresses are those of articles, whatever their capitals. */
function addressesAmong(published: readonly Entry[], asked: readonly string[]): (url: string) => boolean {
  const hashOf = (url: string): number => hashShort(url.toLowerCase());
  const wanted = new Set(asked.map(hashOf));
  const found = new Set<number>();
  if (wanted.size > 0)
    for (const { addressHash } of published) if (wanted.has(addressHash)) found.add(addressHash);
  return url => found.has(hashOf(url));
}
