// Whether every old address is free: no page's, today or once every article has appeared, and no other article's old address.
import { articleAddress, articleUrl, outputKey } from '../address/addresses.ts';
import { oldAddressKey, redirectUrl } from '../address/old-address.ts';
import type { Entry } from '../edition/entry.ts';
import type { MonthsOfEntries } from '../edition/months-of-entries.ts';
import { problemMessages } from '../locale/problem-messages.ts';
import type { EntryProblem } from './entry-problem.ts';

/** An address that no alias may have. */
export interface TakenAddress {
  readonly url: string;
  /** Whether its page is still to come, with a scheduled article or a draft. */
  readonly toCome: boolean;
}

/**
 * Of two articles with one old address the first by name keeps it. `takenAddresses` is only asked when there are old addresses: it names at least those
 * of the pages whose keys (`outputKey`) are among `asked`.
 */
export function checkAliases(
  entries: MonthsOfEntries,
  takenAddresses: (asked: ReadonlySet<string>) => Iterable<TakenAddress>,
): readonly EntryProblem[] {
  const withAliases = [...entries.withAliases()];
  if (withAliases.length === 0) return [];
  withAliases.sort((a, b) => (a.file < b.file ? -1 : 1));
  const asked = new Set(withAliases.flatMap(({ aliases }) => aliases.map(oldAddressKey)));
  const takers = takersOf(asked, takenAddresses(asked));
  const problems: EntryProblem[] = [];
  const owners = new Map<string, string>();
  for (const entry of withAliases) {
    for (const [index, alias] of entry.aliases.entries()) {
      const key = oldAddressKey(alias);
      const owner = owners.get(key);
      const taker = takers.get(key);
      const report = (rule: 'alias-taken' | 'alias-twice', message: string): void => {
        problems.push({ entry, path: ['aliases', index], rule, message });
      };
      if (taker) report('alias-taken', problemMessages.aliasTaken(alias, takerInWords(taker, entries)));
      else if (owner !== undefined) report('alias-twice', problemMessages.aliasTwice(alias, owner));
      else owners.set(key, entry.file);
    }
  }
  return problems;
}

/** Of each old address that is taken, by whom. Pages are many and old addresses few: only these are gathered. */
function takersOf(
  asked: ReadonlySet<string>,
  taken: Iterable<TakenAddress>,
): ReadonlyMap<string, TakenAddress> {
  const takers = new Map<string, TakenAddress>();
  for (const each of taken) {
    const key = outputKey(each.url);
    if (asked.has(key) && !takers.has(key)) takers.set(key, each);
  }
  return takers;
}

/** Old addresses that only a rule of the host's can answer, each with its article. */
export function aliasesForHost(
  entries: Iterable<Pick<Entry, 'file' | 'aliases'>>,
): readonly { readonly file: string; readonly alias: string }[] {
  return [...entries].flatMap(({ file, aliases }) =>
    aliases.filter(alias => redirectUrl(alias) === null).map(alias => ({ file, alias })),
  );
}

function takerInWords({ url, toCome }: TakenAddress, entries: MonthsOfEntries): string {
  const article = entries.day(articleAddress(url)?.day ?? '').find(entry => articleUrl(entry) === url);
  if (article) return problemMessages.ofArticle(article.file, toCome);
  return toCome ? problemMessages.ofPageToCome() : problemMessages.ofPage();
}
