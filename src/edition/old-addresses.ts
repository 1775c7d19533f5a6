// Published articles and what moved to the addresses that lead to each article, as far as files can answer them.
import { articleUrl, outputKey, sectionUrl } from '../address/addresses.ts';
import { redirectUrl } from '../address/old-address.ts';
import { hashShort } from '../hash/hash.ts';
import type { MovedFolders } from '../site/moved-folders.ts';
import type { Entry } from './entry.ts';

export interface OldAddresses {
  /** Those of `aliases`, and those that its address and they had under old slugs. No two articles have one in common. */
  ofArticle(entry: Entry): readonly string[];
  /** Those that a page which is no article had under old slugs. */
  ofPage(url: string): readonly string[];
}

const NONE: readonly string[] = [];

/**
 * What an editor wrote in `aliases` comes first: it names one address, and an old slug all that were below it. Next is what an address
 * of today had before; last, what an alias had: an article that was renamed below a slug, before that changed.
 */
export function oldAddresses(published: readonly Entry[], moved: MovedFolders): OldAddresses {
  const ofAliases = new Map<Entry, readonly string[]>();
  for (const entry of published)
    if (entry.aliases.length > 0)
      ofAliases.set(
        entry,
        entry.aliases.map(redirectUrl).filter(url => url !== null),
      );
  if (moved.list.length === 0)
    return { ofArticle: entry => ofAliases.get(entry) ?? NONE, ofPage: () => NONE };

  const taken = new Set<string>();
  for (const urls of ofAliases.values())
    for (const url of urls) if (moved.presentAddress(url.toLowerCase()) !== null) taken.add(outputKey(url));
  addFormerAliases(ofAliases, taken, published, moved);
  const freeOf = (urls: readonly string[]): readonly string[] =>
    taken.size === 0 ? urls : urls.filter(url => !taken.has(outputKey(url)));
  const ofArticle = (entry: Entry): readonly string[] =>
    moved.formerAddresses(sectionUrl(entry.section)).length === 0
      ? NONE
      : freeOf(moved.formerAddresses(articleUrl(entry)));
  return {
    ofArticle(entry) {
      const [own, others] = [ofArticle(entry), ofAliases.get(entry) ?? NONE];
      return own.length === 0 ? others : [...own, ...others];
    },
    ofPage: url => freeOf(moved.formerAddresses(url)),
  };
}

/** Adds what each alias was under other slugs, before or after it was one, unless an article of today was there. */
function addFormerAliases(
  ofAliases: Map<Entry, readonly string[]>,
  taken: Set<string>,
  published: readonly Entry[],
  moved: MovedFolders,
): void {
  const presentOf = (alias: string): string => moved.presentAddress(alias) ?? alias;
  const below = [...ofAliases]
    .map(([entry, urls]) => ({
      entry,
      presents: urls.map(presentOf).filter(url => moved.formerAddresses(url).length > 0),
    }))
    .filter(({ presents }) => presents.length > 0);
  const isOfArticle = addressesAmong(
    published,
    below.flatMap(({ presents }) => presents),
  );
  for (const { entry, presents } of below) {
    const former: string[] = [];
    for (const present of presents) {
      if (isOfArticle(present)) continue;
      for (const url of moved.formerAddresses(present)) {
        const key = outputKey(url);
        if (taken.has(key)) continue;
        taken.add(key);
        former.push(url);
      }
    }
    ofAliases.set(entry, [...ofAliases.get(entry)!, ...former]);
  }
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
