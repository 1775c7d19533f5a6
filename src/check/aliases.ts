// Whether every old address is free: no page's, today or once every article has appeared, and no other article's old address.
import { articleAddress, articleUrl, outputKey } from '../address/addresses.ts';
import { oldAddressKey, redirectUrl } from '../address/old-address.ts';
import type { Entry } from '../edition/entry.ts';
import type { MonthsOfEntries } from '../edition/months-of-entries.ts';
import { numberOfPlace } from '../edition/old-address-numbers.ts';
import { problemMessages } from '../locale/problem-messages.ts';
import type { EntryProblem } from './entry-problem.ts';

/** An address that no alias may have. */
export interface TakenAddress {
  readonly url: string;
  /** Whether its page is still to come, with a scheduled article or a draft. */
  readonly toCome: boolean;
}

/** The months of which it is known that their old addresses are free, and their pages stand at none: by month, `MonthSummary.content` of then. */
export type CheckedAliases = ReadonlyMap<string, number>;

/**
 * Of two articles with one old address the first by name keeps it. `takenAddresses` is only asked when there are old addresses: it names at least those
 * of the pages of no month, and of the months asked for: those that changed since they were `checked`, and those that old addresses of these name.
 */
export function checkAliases(
  entries: MonthsOfEntries,
  takenAddresses: (months: ReadonlySet<string>) => Iterable<TakenAddress>,
  checked: CheckedAliases,
): readonly EntryProblem[] {
  if (entries.months.every(({ summary }) => summary.old === null)) return [];
  const changed = entries.months.filter(({ month, summary }) => checked.get(month) !== summary.content);
  const months = new Set([
    ...changed.map(({ month }) => month),
    ...changed.flatMap(({ summary }) => summary.old?.months ?? []),
  ]);
  const { monthsOfOld } = entries;
  const numbers = new Set<number>();
  for (const [number, { length }] of monthsOfOld) if (length > 1) numbers.add(number);
  const takers = new Map<string, TakenAddress>();
  for (const each of takenAddresses(months)) {
    const key = outputKey(each.url);
    const number = numberOfPlace(key);
    if (!monthsOfOld.has(number)) continue;
    numbers.add(number);
    if (!takers.has(key)) takers.set(key, each);
  }
  return numbers.size === 0 ? [] : problemsAmong([...entries.perhapsOnceAt(numbers)], takers, entries);
}

/** What is known once `checkAliases` has found nothing. */
export function aliasesChecked({ months }: MonthsOfEntries): CheckedAliases {
  if (months.every(({ summary }) => summary.old === null)) return new Map();
  return new Map(months.map(({ month, summary }) => [month, summary.content]));
}

/** @param among all articles that may have an old address which is somebody else's. */
function problemsAmong(
  among: readonly Entry[],
  takers: ReadonlyMap<string, TakenAddress>,
  entries: MonthsOfEntries,
): readonly EntryProblem[] {
  const problems: EntryProblem[] = [];
  const owners = new Map<string, string>();
  for (const entry of among.toSorted((a, b) => (a.file < b.file ? -1 : 1))) {
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
