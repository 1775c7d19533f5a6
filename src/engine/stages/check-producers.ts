// Whether each address of the site has one producer alone: a page, a file of the theme, or something of the owner's in Eleventy.
import { articleUrl, outputKey, urlOf } from '../../address/addresses.ts';
import { themeMessages } from '../../locale/theme-messages.ts';
import { allPages } from '../../pages/registry.ts';
import type { Problem } from '../../problem/problem.ts';
import { wholeFile } from '../../problem/whole-file.ts';
import type { BuildStart } from '../build-options.ts';
import { shownFile } from '../reading/read-content.ts';
import { Stopped } from '../stage.ts';
import type { Announced } from './announce.ts';
import type { Edited } from './edit.ts';
import type { OpenMemory } from './open-memory.ts';
import type { Planned } from './plan.ts';
import type { FromEleventy } from './render-fixed-pages.ts';

/** What makes a file of the site, other than a page. */
interface Producer {
  readonly url: string;
  /** Its file, from where the command runs; null: it is the engine's own. */
  readonly source: string | null;
}

/**
 * Addresses whose files some disks take for one count as one on every disk, and those of articles to come as taken: an owner's file is
 * told of today, not by the planned build that finds an article in its place.
 */
export function checkProducers(
  known: BuildStart & Edited & OpenMemory & Planned & Announced & FromEleventy,
): object | Stopped {
  const { files, made, owned } = known;
  const producers: readonly Producer[] = [
    ...files.map(({ url, source }) => ({ url, source: source ?? null })),
    // What Eleventy makes of our own views stands at its pages' addresses by right.
    ...(made ?? []).filter(({ ours }) => !ours).map(({ path, source }) => ({ url: urlOf(path), source })),
  ];
  const pageAt = pagesAt(known, [...producers.map(({ url }) => url), ...owned]);
  const problems: Problem[] = [];
  const report = (file: string, url: string, other: string): void => {
    problems.push(wholeFile(file, 'address-twice', themeMessages.addressTwice(url, other)));
  };
  const first = new Map<string, string>();
  for (const { url, source } of producers) {
    const key = outputKey(url);
    const other = pageAt(key)?.words ?? first.get(key);
    const file = source && shownFile(source, '.');
    first.set(key, file ? themeMessages.ofFile(file) : themeMessages.aFile);
    if (other !== undefined && file) report(file, url, other);
  }
  // Eleventy made these before, and only an old address can have come since without a front that it makes again.
  for (const url of made === null ? owned : []) {
    const article = pageAt(outputKey(url))?.article;
    if (article) report(article, url, themeMessages.eleventyPage);
  }
  return problems.length > 0 ? new Stopped(problems) : {};
}

interface TakingPage {
  /** What to call it. */
  readonly words: string;
  /** The file of the article that has the address, or had it once. */
  readonly article?: string;
}

/** The page that has, today or later, one of the addresses `asked`, by its `outputKey`. Pages are many, and those few. */
function pagesAt(
  { options, memory, plan, gone, context, toCome }: Parameters<typeof checkProducers>[0],
  asked: readonly string[],
): (key: string) => TakingPage | undefined {
  const isGone = new Set(gone);
  const asPage = new Set(asked.map(url => urlOf(outputKey(url))));
  const pages = new Set<string>();
  for (const { page } of plan.render) if (asPage.has(page.url)) pages.add(page.url);
  for (const { url } of allPages(toCome)) if (asPage.has(url)) pages.add(url);
  const articles = [...context.edition.published, ...toCome.edition.published];
  // Only old addresses have capitals.
  const files = new Map(articles.flatMap(({ file, aliases }) => aliases.map(url => [outputKey(url), file])));
  return key => {
    const url = urlOf(key);
    const stands = (memory.pages.get(url)?.fingerprint ?? -1) >= 0 && !isGone.has(url);
    if (!files.has(key) && !pages.has(url) && !stands) return undefined;
    const file = files.get(key) ?? articles.find(entry => articleUrl(entry) === url)?.file;
    if (file === undefined) return { words: themeMessages.aPage };
    const article = shownFile(file, options.contentDir);
    return { words: themeMessages.ofFile(article), article };
  };
}
