// Addresses of files to the pages that stand in their way, or will: where one file is, neither another nor a folder of its name can be.
import { articleUrl, outputKey, urlOf } from '../../address/addresses.ts';
import { redirectUrl } from '../../address/old-address.ts';
import type { PageContext } from '../../pages/page-type.ts';
import { allPages } from '../../pages/registry.ts';
import type { Memory } from '../memory/memory.ts';
import type { Plan } from './plan.ts';

/** A page that has an address, today or later. */
export interface Taker {
  /** The file of the article that has it, or had it once; null: it is another page's. */
  readonly article: string | null;
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
  for (const { page } of plan.render) if (asPage.has(page.url)) pages.add(page.url);
  for (const { url } of allPages(toCome)) if (asPage.has(url)) pages.add(url);
  const lists = [context.edition.published, toCome.edition.published];
  const old = oldAddresses(lists);
  const articleAt = (url: string): string | null => {
    for (const articles of lists) {
      const found = articles.find(entry => articleUrl(entry) === url);
      if (found) return found.file;
    }
    return null;
  };
  const pageAt = (key: string): Taker | undefined => {
    const url = urlOf(key);
    const former = old.pages.get(key);
    if (former !== undefined) return { article: former };
    const stands = (memory.pages.get(url)?.fingerprint ?? -1) >= 0 && !isGone.has(url);
    if (!stands && !pages.has(url)) return undefined;
    return { article: articleAt(url) };
  };
  return url => {
    const key = outputKey(url);
    const around = old.folders.get(key);
    if (around !== undefined) return { article: around };
    return placesInTheWay(key)
      .map(pageAt)
      .find(page => page !== undefined);
  };
}

/** By their places, the files of the articles whose old addresses need them. Only these places have capitals. */
function oldAddresses(lists: readonly PageContext['edition']['published'][]) {
  const pages = new Map<string, string>();
  const folders = new Map<string, string>();
  const add = (file: string, alias: string): void => {
    const url = redirectUrl(alias);
    if (url === null) return;
    const key = outputKey(url);
    pages.set(key, file);
    for (const folder of foldersAround(key)) folders.set(folder, file);
  };
  for (const articles of lists)
    for (const { file, aliases } of articles) {
      // Nearly every article has none.
      if (aliases.length > 0) for (const alias of aliases) add(file, alias);
    }
  return { pages, folders };
}

/** A file's own place, that of a page in a folder of its name, and those of files in the place of a folder around it. */
function placesInTheWay(key: string): readonly string[] {
  return [key, `${key}/index.html`, ...foldersAround(key)];
}

/** `a` and `a/b` of `a/b/index.html`. */
function foldersAround(key: string): readonly string[] {
  const names = key.split('/');
  return names.slice(1).map((_, index) => names.slice(0, index + 1).join('/'));
}
