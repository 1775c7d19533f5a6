// The articles that the last build published against those of now: which of them nobody withdrew, renamed or let expire.
import { articleAddress, articleUrl } from '../../address/addresses.ts';
import type { Entry } from '../../edition/entry.ts';
import type { MonthsOfEntries } from '../../edition/months-of-entries.ts';
import type { PageContext } from '../../pages/page-type.ts';
import { redirect } from '../../pages/redirect/redirect-page.ts';
import type { Memory } from '../memory/memory.ts';
import { bucketOfMonth } from '../memory/row-formats.ts';

/** Articles that readers had. An old address that led to one counts as one: whoever follows it loses as much. Where one was withdrawn, readers are told. */
export interface Before {
  /** Addresses at which there is no article now. */
  readonly gone: readonly string[];
  /** How many there were, as far as `gone` says something of them. */
  readonly count: number;
}

/** What became of the articles that readers had. */
export interface Losses {
  readonly before: number;
  /** Those of them that nobody took away on purpose, as far as can be seen. */
  readonly lost: number;
  /** Whether all that went had expired. */
  readonly onlyExpired: boolean;
}

/**
 * What the memory knows, and `listed`, what the output says of itself where the memory may not know it. Only months whose addresses are
 * others than at the last build are looked at: `months` as that build noted them, and as they are.
 */
export function articlesBefore(
  { pages }: { readonly pages: Pick<Memory['pages'], 'all' | 'rowsOf' | 'size'> },
  listed: Iterable<string> | null,
  { published, addressed, absent }: PageContext['edition'],
  before: ReadonlyMap<string, number>,
  now: ReadonlyMap<string, number>,
): Before {
  if (listed !== null) {
    const all = new Set<string>();
    for (const [url] of pages.all()) if (articleAddress(url) !== null) all.add(url);
    for (const url of listed) if (articleAddress(url) !== null) all.add(url);
    const count = all.size;
    // Who had nothing lost nothing, and of no month the articles are brought.
    if (count === 0) return { gone: [], count };
    for (const entry of addressed) all.delete(articleUrl(entry));
    return { gone: [...all], count };
  }
  const changed = new Set(
    [...before.keys(), ...now.keys()].filter(month => before.get(month) !== now.get(month)),
  );
  if (changed.size === 0) return { gone: [], count: published.length };
  if (pages.size === 0) return { gone: [], count: 0 };
  const there = new Set<string>();
  for (const month of changed)
    for (const entry of published.month(month)?.entries ?? []) there.add(articleUrl(entry));
  const gone: string[] = [];
  let count = published.length - there.size;
  for (const entry of absent.withdrawn) there.add(articleUrl(entry));
  for (const month of changed)
    for (const [url] of pages.rowsOf(bucketOfMonth(month))) {
      count++;
      if (!there.has(url)) gone.push(url);
    }
  return { gone, count };
}

/** `entries` are all that is faultless, published or not; `wasThere` says whether readers had an address. */
export function lossesOf(
  { gone, count }: Before,
  context: PageContext,
  entries: MonthsOfEntries,
  wasThere: (url: string) => boolean,
): Losses {
  const { now, addressed } = context.edition;
  const all = [...entries];
  const hidden = all.filter(({ draft, from }) => draft || from > now);
  const expired = all.filter(({ expires }) => expires !== null && expires <= now);
  const redirects = new Set([...redirect.pages(context)].map(({ url }) => url));
  const missing = gone.filter(url => !redirects.has(url));
  const isExpired = among(expired);
  // The file is there, and says itself why readers don't find the article there: it is a draft, is to come, or is in another section.
  const isExplained = among([...addressed, ...hidden, ...expired]);
  const unexplained = missing.filter(url => !isExplained(url));
  const renamed = renamedAmong(
    unexplained,
    Array.from(addressed, articleUrl).filter(url => !wasThere(url)),
  );
  return {
    before: count,
    lost: unexplained.length - renamed,
    onlyExpired: missing.every(isExpired),
  };
}

/** Whether an address is one of these articles', in whichever section. */
function among(entries: readonly Entry[]): (url: string) => boolean {
  const keys = new Set(entries.map(({ day, slug }) => `${day} ${slug}`));
  return url => {
    const { day, slug } = articleAddress(url)!;
    return keys.has(`${day} ${slug}`);
  };
}

/** How many of the addresses that went are those of articles that have another date or another name now; each new one is one's. */
function renamedAmong(gone: readonly string[], added: readonly string[]): number {
  let rest = { gone, added };
  for (const keyOf of [nameIn, sectionAndDayIn]) rest = withoutPairs(rest, keyOf);
  return gone.length - rest.gone.length;
}

function nameIn(url: string): string {
  return articleAddress(url)!.slug;
}

function sectionAndDayIn(url: string): string {
  return url.slice(0, url.lastIndexOf('/'));
}

interface Unpaired {
  readonly gone: readonly string[];
  readonly added: readonly string[];
}

function withoutPairs({ gone, added }: Unpaired, keyOf: (url: string) => string): Unpaired {
  const byKey = new Map([...Map.groupBy(added, keyOf)].map(([key, urls]) => [key, [...urls]]));
  const alone = gone.filter(url => byKey.get(keyOf(url))?.pop() === undefined);
  return { gone: alone, added: [...byKey.values()].flat() };
}
