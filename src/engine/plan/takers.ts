// Addresses of files to the pages that stand in their way, or will: where one file is, neither another nor a folder of its name can be.
import {
  articleAddress,
  articleUrl,
  editorialUrl,
  foldersAround,
  outputKey,
  urlOf,
} from '../../address/addresses.ts';
import type { Entry } from '../../edition/entry.ts';
import { monthsNamedIn, numberOfPlace } from '../../edition/old-address-numbers.ts';
import { type OldAddresses, oldAddresses } from '../../edition/old-addresses.ts';
import { unpackNumbers } from '../../hash/packed-numbers.ts';
import type { PageContext } from '../../pages/page-type.ts';
import { allPages } from '../../pages/registry.ts';
import { movedFolders } from '../../site/moved-folders.ts';
import type { Memory } from '../memory/memory.ts';
import type { Plan } from './plan.ts';

/** A page that has an address, today or later. */
export interface Taker {
  /** The file of the article that has it, or had it once, or of an editorial page that had it; null: it is another page's. */
  readonly file: string | null;
}

export interface Taken {
  readonly memory: Pick<Memory, 'pages'>;
  readonly plan: Pick<Plan, 'render'>;
  /** Addresses that the edition no longer has. */
  readonly gone: readonly string[];
  readonly context: PageContext;
  /** Scheduled articles and drafts, as if they appeared now. */
  readonly toCome: PageContext;
}

/** Finds the page in the way of each of the addresses `asked`. Pages are many, and those few: a set of all would be as large as the archive. */
export function takersOf(
  { memory, plan, gone, context, toCome }: Taken,
  asked: readonly string[],
): (url: string) => Taker | undefined {
  const isGone = new Set(gone);
  const asPage = new Set(asked.flatMap(url => placesInTheWay(outputKey(url)).map(urlOf)));
  const pages = new Set<string>();
  for (const url of plan.render.urlsIn(monthsNamedIn(asPage))) if (asPage.has(url)) pages.add(url);
  for (const { url } of allPages(toCome)) if (asPage.has(url)) pages.add(url);
  const moved = movedFolders(context.site, context.editorialPages);
  const [now, later] = [context, toCome].map(({ edition }) => ({
    edition,
    old: oldAddresses(edition, moved),
  })) as [EditionWithOld, EditionWithOld];
  const odd = oddPlaces([now, later], moved.list.length > 0 ? null : numbersOfPlaces(asked));
  const pageAt = (key: string): Taker | undefined => {
    const url = urlOf(key);
    const former = odd.pages.get(key);
    if (former !== undefined) return { file: former };
    const stands = (memory.pages.get(url)?.fingerprint ?? -1) >= 0 && !isGone.has(url);
    if (!stands && !pages.has(url)) return undefined;
    return { file: fileOf(url) };
  };
  const fileOf = (url: string): string | null =>
    articleAt(url, [now, later])?.file ??
    context.editorialPages.find(({ slug }) => now.old.ofPage(editorialUrl(slug)).includes(url))?.file ??
    null;
  return url => {
    const key = outputKey(url);
    const around = odd.folders.get(key);
    if (around !== undefined) return { file: around };
    return placesInTheWay(key)
      .map(pageAt)
      .find(page => page !== undefined);
  };
}

interface EditionWithOld {
  readonly edition: PageContext['edition'];
  readonly old: OldAddresses;
}

/** The article that is at an address, or was below an old slug: its day is in either. */
function articleAt(url: string, editions: readonly EditionWithOld[]): Entry | undefined {
  const day = articleAddress(url)?.day ?? '';
  for (const { edition, old } of editions) {
    const isThere = (entry: Entry): boolean => [articleUrl(entry), ...old.ofArticle(entry)].includes(url);
    const found = edition.addressed.day(day).find(isThere);
    if (found) return found;
  }
  return undefined;
}

interface NumbersOfPlaces {
  /** Of places in the way of what is asked for, and of these themselves. */
  readonly pages: ReadonlySet<number>;
  readonly folders: ReadonlySet<number>;
}

function numbersOfPlaces(asked: readonly string[]): NumbersOfPlaces {
  const keys = asked.map(outputKey);
  return {
    pages: new Set(keys.flatMap(placesInTheWay).map(numberOfPlace)),
    folders: new Set(keys.map(numberOfPlace)),
  };
}

/** Those that may have an old address at one of these places, or below one; null: all that have one. */
function renamedAt({ edition }: EditionWithOld, places: NumbersOfPlaces | null): Iterable<Entry> {
  if (places === null) return edition.renamed;
  const { addressed } = edition;
  const months = new Set([...places.pages].flatMap(number => addressed.monthsOfOld.get(number) ?? []));
  for (const month of addressed.months) {
    const { old } = month.summary;
    if (old !== null && unpackNumbers(old.folders).some(number => places.folders.has(number)))
      months.add(month);
  }
  return [...months].flatMap(({ entries }) => entries.filter(({ aliases }) => aliases.length > 0));
}

/** By their places, the files of the articles whose old addresses need them. Only these places have capitals. */
function oddPlaces(editions: readonly EditionWithOld[], places: NumbersOfPlaces | null) {
  const pages = new Map<string, string>();
  const folders = new Map<string, string>();
  for (const each of editions) {
    const { old } = each;
    for (const entry of renamedAt(each, places))
      for (const url of [...old.ofAliases(entry), ...old.ofFormerAliases(entry)]) {
        const key = outputKey(url);
        pages.set(key, entry.file);
        for (const folder of foldersAround(key)) folders.set(folder, entry.file);
      }
  }
  return { pages, folders };
}

/** A file's own place, that of a page in a folder of its name, and those of files in the place of a folder around it. */
function placesInTheWay(key: string): readonly string[] {
  return [key, `${key}/index.html`, ...foldersAround(key)];
}
