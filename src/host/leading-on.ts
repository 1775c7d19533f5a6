// Old addresses to where their pages lead, for stores that answer with the address of today instead of the page.
import { articleUrl, outputKey } from '../address/addresses.ts';
import { type PublishedUrl, publishedUrl } from '../address/site-place.ts';
import type { Edition } from '../edition/edition.ts';
import type { Entry } from '../edition/entry.ts';
import { oldAddresses } from '../edition/old-addresses.ts';
import type { MovedFolders } from '../site/moved-folders.ts';

/**
 * Gives where a page that only leads on leads, from the host's root; null: that page is none of these. It is to be asked of pages of the type
 * `redirect` alone: a file of the owner's may be below an old slug, too.
 * @param folder of the site on its host, or ''.
 */
export function leadingOn(
  edition: Pick<Edition, 'renamed' | 'addressed'>,
  moved: MovedFolders,
  folder: string,
): (url: string) => PublishedUrl | null {
  const old = oldAddresses(edition, moved);
  const articles = new Map<string, Entry>();
  for (const entry of edition.renamed)
    for (const url of [...old.ofAliases(entry), ...old.ofFormerAliases(entry)])
      articles.set(outputKey(url), entry);
  return url => {
    const article = articles.get(outputKey(url));
    const to = article === undefined ? moved.presentAddress(url) : articleUrl(article);
    return to === null ? null : publishedUrl(to, folder);
  };
}
