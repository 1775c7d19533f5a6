// What builds tell each other of links: which articles link to which, old addresses that are still linked to, and the ids of passages that
// links lead to.
import { linksToArticles } from '../../edition/entry.ts';
import { hashShort } from '../../hash/hash.ts';
import type { Memory } from '../memory/memory.ts';
import { bucketOfMonth, linkerKey } from '../memory/row-formats.ts';
import { type ArticleLinks, type KnownArticleLinks, monthOfLink } from './article-links.ts';
import type { FormerSite } from './links-of-site.ts';

const FORMER = 'former links';
const ANCHORS = 'anchors';
const UNSURE = 'unsure links';
const MONTHS = 'months of links';

/** Files of articles, with their links to articles; null: the memory of the article tells them. */
type Unsure = readonly (readonly [file: string, links: readonly string[] | null])[];

export function rememberedLinks(
  memory: Pick<Memory, 'getNote' | 'pages' | 'linkers' | 'articles' | 'entry' | 'article'>,
): Omit<FormerSite, 'checkedAliases'> {
  const former = new Set(JSON.parse(memory.getNote(FORMER) ?? '[]') as string[]);
  return {
    wasThere: url => former.has(url) || memory.pages.has(url),
    anchors: new Map(JSON.parse(memory.getNote(ANCHORS) ?? '[]') as [string, [number, string[]]][]),
    articleLinks: rememberedArticleLinks(memory),
  };
}

function rememberedArticleLinks(
  memory: Pick<Memory, 'getNote' | 'linkers' | 'articles' | 'entry' | 'article'>,
): KnownArticleLinks {
  const unsure = new Map(readUnsure(memory));
  return {
    unsure: unsure.keys(),
    months: rememberedMonths(memory),
    *linkersTo(month) {
      for (const [key, hashes] of memory.linkers.rowsOf(bucketOfMonth(month)))
        yield [key.slice(month.length + 1), hashes];
    },
    linksOf(file) {
      if (!memory.articles.has(file)) return null;
      return unsure.get(file) ?? linksToArticles(memory.article(memory.entry(file)!));
    },
  };
}

/** Per month, what stands for the addresses of its articles together. */
export function rememberedMonths({ getNote }: Pick<Memory, 'getNote'>): ReadonlyMap<string, number> {
  return new Map(JSON.parse(getNote(MONTHS) ?? '[]') as [string, number][]);
}

function readUnsure(memory: Pick<Memory, 'getNote'>): Unsure {
  return JSON.parse(memory.getNote(UNSURE) ?? '[]') as Unsure;
}

/** Has the links of the articles that were read looked at, if not by this build then by the next one. */
export function suspectLinks(
  memory: Pick<Memory, 'getNote' | 'putNote'>,
  read: ReadonlyMap<string, readonly string[]>,
): void {
  if (read.size === 0) return;
  const suspects = new Map(readUnsure(memory));
  for (const [file, links] of read) {
    if (links.length > 0) suspects.set(file, null);
    else suspects.delete(file);
  }
  memory.putNote(UNSURE, JSON.stringify([...suspects] satisfies Unsure));
}

export function rememberLinks(
  memory: Pick<Memory, 'getNote' | 'putNote' | 'linkers'>,
  { anchors }: FormerSite,
  former: readonly string[],
  { astray, right, months }: ArticleLinks,
): void {
  for (const [file, links] of right) putLinker(memory, file, links);
  const unsure: Unsure = [...astray];
  for (const [note, text] of [
    [FORMER, JSON.stringify(former)],
    [ANCHORS, JSON.stringify([...anchors])],
    [UNSURE, JSON.stringify(unsure)],
    [MONTHS, JSON.stringify([...months])],
  ] as const)
    if ((memory.getNote(note) ?? '[]') !== text) memory.putNote(note, text);
}

function putLinker({ linkers }: Pick<Memory, 'linkers'>, file: string, links: readonly string[]): void {
  for (const [month, ofMonth] of Map.groupBy(links, monthOfLink)) {
    const key = linkerKey(month, file);
    const hashes = ofMonth.map(hashShort);
    if (linkers.get(key)?.join() !== hashes.join()) linkers.put(key, hashes);
  }
}
