// Old addresses of a month's articles to numbers, so that who asks for one finds the month without a look at the articles of any other.
import { foldersAround } from '../address/addresses.ts';
import { oldAddressKey, redirectUrl } from '../address/old-address.ts';
import { decoded } from '../article/markdown/body-links.ts';
import { hashShort } from '../hash/hash.ts';
import { packNumbers } from '../hash/packed-numbers.ts';
import type { EntryFacts } from './entry.ts';

/** Plain JSON data. Two addresses may have one number: whoever finds one looks at the articles. */
export interface OldAddressNumbers {
  /** `numberOfOldAddress` of each (`packNumbers`). */
  readonly addresses: string;
  /** `numberOfPlace` of each folder around one of them. */
  readonly folders: string;
  /** How many of them a page can answer, and how many only a rule of the host's. */
  readonly pages: number;
  readonly forHost: number;
  /** The months `2014-05` that they name, each once. */
  readonly months: readonly string[];
}

/** null: they have none. */
export function oldAddressNumbers(entries: readonly Pick<EntryFacts, 'aliases'>[]): OldAddressNumbers | null {
  const aliases = entries.flatMap(({ aliases }) => aliases);
  if (aliases.length === 0) return null;
  const addresses: number[] = [];
  const folders = new Set<number>();
  for (const alias of aliases) {
    addresses.push(numberOfOldAddress(alias));
    const typed = decoded(alias);
    // Links may write what an editor wrote with per cent signs.
    if (typed !== alias) addresses.push(numberOfOldAddress(typed));
    if (redirectUrl(alias) !== null)
      for (const folder of foldersAround(oldAddressKey(alias))) folders.add(numberOfPlace(folder));
  }
  const pages = aliases.filter(alias => redirectUrl(alias) !== null).length;
  return {
    addresses: packNumbers(addresses),
    folders: packNumbers([...folders]),
    pages,
    forHost: aliases.length - pages,
    months: [...monthsNamedIn(aliases)],
  };
}

/** Those that one page would answer have one number, and so have those that differ in capitals. */
export function numberOfOldAddress(address: string): number {
  return numberOfPlace(oldAddressKey(address));
}

/** @param key as `outputKey` makes it, or what is in the place of one. */
export function numberOfPlace(key: string): number {
  return hashShort(key.toLowerCase());
}

/** Of articles and lists by date, wherever in an address: `/chine/2014/05/20/port.html`, `/sitemaps/2014-05.xml`. */
const MONTH_IN_ADDRESS = /\/(\d{4})[/-](\d{2})\b/;

/** The months `2014-05` that addresses name. They need not have a leading slash. */
export function monthsNamedIn(addresses: Iterable<string>): ReadonlySet<string> {
  const months = new Set<string>();
  for (const address of addresses) {
    const [, year, month] = MONTH_IN_ADDRESS.exec(`/${address}`) ?? [];
    if (year !== undefined) months.add(`${year}-${month}`);
  }
  return months;
}
