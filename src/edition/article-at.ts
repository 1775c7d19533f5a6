// An address that readers used, old or new, becomes the published article that stands there or to which it leads.
import { articleAddress, articleUrl } from '../address/addresses.ts';
import { oldAddressKey } from '../address/old-address.ts';
import { once } from '../cache/once.ts';
import type { MovedFolders } from '../site/moved-folders.ts';
import type { Edition } from './edition.ts';
import type { Entry } from './entry.ts';
import { numberOfOldAddress } from './old-address-numbers.ts';

/** What finds the article; nobody is asked for old addresses before there is one that is no article's today. */
export function articleFinder(
  { published }: Pick<Edition, 'published'>,
  { presentAddress, list }: MovedFolders,
): (address: string) => Entry | undefined {
  const today = (address: string): Entry | undefined => {
    const day = articleAddress(address)?.day ?? '';
    return published.day(day).find(entry => articleUrl(entry) === address);
  };
  const ofAll = once(() => articlesByOldAddresses(published.withAliases(), presentAddress));
  const formerly = (address: string): Entry | undefined => {
    const asked = [numberOfOldAddress(address)];
    const old =
      list.length > 0 ? ofAll() : articlesByOldAddresses(published.perhapsOnceAt(asked), presentAddress);
    return old.get(oldAddressKey(address));
  };
  return address => {
    const found = today(address) ?? formerly(address);
    const present = found ? null : presentAddress(address);
    return present === null ? found : (today(present) ?? formerly(present));
  };
}

/** By the keys of their old addresses, which are also known as they would be below the present slugs. */
export function articlesByOldAddresses<Article extends Pick<Entry, 'aliases'>>(
  published: Iterable<Article>,
  presentAddress: MovedFolders['presentAddress'],
): ReadonlyMap<string, Article> {
  const articles = new Map<string, Article>();
  const others = new Map<string, Article>();
  for (const entry of published) {
    for (const alias of entry.aliases) {
      articles.set(oldAddressKey(alias), entry);
      const present = presentAddress(alias);
      if (present !== null) others.set(oldAddressKey(present), entry);
    }
  }
  for (const [key, entry] of others) if (!articles.has(key)) articles.set(key, entry);
  return articles;
}
