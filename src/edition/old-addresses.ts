// Published articles and what moved to the addresses that lead to each article, as far as files can answer them.
import { articleAddress, articleUrl, outputKey, outputPath, sectionUrl } from '../address/addresses.ts';
import { redirectUrl } from '../address/old-address.ts';
import type { MovedFolders } from '../site/moved-folders.ts';
import type { Edition } from './edition.ts';
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
export function oldAddresses(
  edition: Pick<Edition, 'renamed' | 'addressed'>,
  moved: MovedFolders,
): OldAddresses {
  const ofAliases = ({ aliases }: Entry): readonly string[] =>
    aliases.length === 0 ? NONE : aliases.map(redirectUrl).filter(url => url !== null);
  const none = (): readonly string[] => NONE;
  // Nobody has to look for articles with old addresses.
  if (moved.list.length === 0) return { ofAliases, ofFormerAliases: none, ofArticle: none, ofPage: none };

  const { renamed, addressed } = edition;
  const aliases = new Map(renamed.map(entry => [entry, ofAliases(entry)] as const));
  const taken = new Set<string>();
  for (const urls of aliases.values())
    for (const url of urls) if (moved.presentAddress(url.toLowerCase()) !== null) taken.add(outputKey(url));
  const former = formerAliases(aliases, taken, addressed, moved);
  // Addresses of today have no capitals, so their files are their keys.
  const freeOf = (urls: readonly string[]): readonly string[] =>
    taken.size === 0 ? urls : urls.filter(url => !taken.has(outputPath(url)));
  return {
    ofAliases,
    ofFormerAliases: entry => former.get(articleUrl(entry)) ?? NONE,
    ofArticle: entry =>
      moved.formerAddresses(sectionUrl(entry.section)).length === 0
        ? NONE
        : freeOf(moved.formerAddresses(articleUrl(entry))),
    ofPage: url => freeOf(moved.formerAddresses(url)),
  };
}

/** What each alias was below other slugs, before or after it was one, unless an article of today was there. By the article's address; adds them to `taken`. */
function formerAliases(
  aliases: ReadonlyMap<Entry, readonly string[]>,
  taken: Set<string>,
  addressed: Edition['addressed'],
  moved: MovedFolders,
): ReadonlyMap<string, readonly string[]> {
  const below: (readonly [url: string, present: string, former: readonly string[]])[] = [];
  for (const [entry, urls] of aliases) {
    for (const url of urls) {
      const present = moved.presentAddress(url) ?? url;
      const former = moved.formerAddresses(present);
      if (former.length > 0) below.push([articleUrl(entry), present.toLowerCase(), former]);
    }
  }
  const ofArticles = articlesAmong(addressed, new Set(below.map(([, present]) => present)));
  const formerAliases = new Map<string, string[]>();
  for (const [article, present, former] of below) {
    if (ofArticles.has(present)) continue;
    const ofEntry = formerAliases.get(article) ?? [];
    formerAliases.set(article, ofEntry);
    for (const url of former) {
      const key = outputKey(url);
      if (taken.has(key)) continue;
      taken.add(key);
      ofEntry.push(url);
    }
  }
  return formerAliases;
}

/** Which of the addresses `asked` are those of articles. */
function articlesAmong(addressed: Edition['addressed'], asked: ReadonlySet<string>): ReadonlySet<string> {
  const isThere = (url: string): boolean =>
    addressed.day(articleAddress(url)?.day ?? '').some(entry => articleUrl(entry) === url);
  return new Set([...asked].filter(isThere));
}
