// Checked content and its pages to what the check of links asks of them.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { articleUrl, editorialUrl, sectionUrl } from '../../address/addresses.ts';
import { type SitePlace, UNKNOWN_PLACE } from '../../address/site-place.ts';
import { bodyLinks } from '../../article/markdown/body-links.ts';
import { renderBody } from '../../article/markdown/render-body.ts';
import { splitFile } from '../../article/read-article.ts';
import type { EntryProblem } from '../../check/entry-problem.ts';
import { type CheckedLinks, checkLinks, type LinkAsWritten, type Linker } from '../../check/links.ts';
import { AddressSet } from '../../edition/address-set.ts';
import type { Entry } from '../../edition/entry.ts';
import { hashShort } from '../../hash/hash.ts';
import { linkMessages } from '../../locale/link-messages.ts';
import type { PageContext } from '../../pages/page-type.ts';
import { PAGE_TYPES } from '../../pages/registry.ts';
import type { Problem } from '../../problem/problem.ts';
import { type MovedFolders, movedFolders } from '../../site/moved-folders.ts';
import type { Instant } from '../../time/instant.ts';

/** What is known of the site before. */
export interface FormerSite {
  /** Whether an earlier build had a page at an address. */
  readonly wasThere: (url: string) => boolean;
  /** The ids in the bodies of articles to which somebody links, by file, each with the hash of the article that had them. */
  readonly anchors: Map<string, readonly [articleHash: number, ids: readonly string[]]>;
}

/** For who has no memory. */
export function nothingFormer(): FormerSite {
  return { wasThere: () => false, anchors: new Map() };
}

export function checkSiteLinks(
  context: PageContext,
  /** Shown or not, and those that were left out for other mistakes. */
  entries: readonly Entry[],
  problems: readonly Problem[],
  {
    contentDir,
    now,
    former,
  }: { readonly contentDir: string; readonly now: Instant; readonly former: FormerSite },
): CheckedLinks {
  const { site, editorialPages } = context;
  const hashes = new Map<string, number>();
  const moved = movedFolders(site, editorialPages);
  const there = addressesThere(entries, now);
  const passedOver = filesOfOldLinks(entries, there, moved, now).slice(MOST_MOVED);
  const isPassedOver = new Set(passedOver);
  function* linkers(): Generator<Linker, void> {
    for (const entry of entries) {
      const { draft, from, expires } = entry;
      if (expires !== null && expires <= now) continue;
      const links = linksToLookAt(entry, there, () =>
        isPassedOver.has(entry.file) ? entry.links : linksInFile(join(contentDir, entry.file), site),
      );
      if (links.length === 0) continue;
      const seen = draft ? Number.POSITIVE_INFINITY : Math.max(from, now);
      yield { file: entry.file, url: articleUrl(entry), links, from: seen };
    }
    for (const { file, slug, links, media } of editorialPages)
      yield {
        file,
        url: editorialUrl(slug),
        links: [...links.map(href => ({ href })), ...toFiles(media)],
        from: now,
      };
  }
  const checked = checkLinks(linkers(), {
    place: site,
    now,
    articles: entries,
    faultySlugs: new Set(
      problems.map(({ file }) => file.slice(file.lastIndexOf('/') + 1).replace(/\.md$/, '')),
    ),
    otherPages: months => otherPages(context, months),
    presentAddress: moved.presentAddress,
    wasThere: former.wasThere,
    anchorsOf,
    editorialFiles: new Map(editorialPages.map(({ slug, file }) => [editorialUrl(slug), file])),
  });
  return { ...checked, warnings: [...checked.warnings, ...firstMoved(checked.moved, passedOver)] };

  function anchorsOf(file: string): ReadonlySet<string> {
    if (hashes.size === 0) for (const entry of entries) hashes.set(entry.file, entry.articleHash);
    const articleHash = hashes.get(file) ?? 0;
    const known = former.anchors.get(file);
    if (known && articleHash !== 0 && known[0] === articleHash) return new Set(known[1]);
    const ids = readAnchors(join(contentDir, file));
    former.anchors.set(file, [articleHash, ids]);
    return new Set(ids);
  }
}

/** The articles that readers find now. */
function addressesThere(entries: readonly Entry[], now: Instant): AddressSet {
  const there = new AddressSet(entries.length);
  for (const entry of entries) if (isThere(entry, now)) there.add(entry.addressHash);
  return there;
}

function isThere({ draft, from, expires }: Entry, now: Instant): boolean {
  return !draft && from <= now && (expires === null || expires > now);
}

const NONE: readonly LinkAsWritten[] = [];

/**
 * The links of an article, but for those to the very address of an article that is there: among 100,000 articles nearly all. Those to other Markdown
 * files are known as the addresses of their pages.
 */
function linksToLookAt(
  { links, articleLinks, media }: Entry,
  there: AddressSet,
  allLinks: () => readonly string[],
): readonly LinkAsWritten[] {
  const areThere = articleLinks.every(hash => there.has(hash));
  if (areThere && links.length + media.length === 0) return NONE;
  const hrefs = areThere ? links : allLinks();
  return [...hrefs.map(href => ({ href })), ...toFiles(media)];
}

function toFiles(media: Entry['media']): readonly LinkAsWritten[] {
  return media.flatMap(({ src, facts }) =>
    facts.kind === 'page' ? [{ href: facts.url, written: src }] : [],
  );
}

/** In how many files links by way of old addresses are named; the other files are counted. */
const MOST_MOVED = 20;

/**
 * The articles that link to what moved with a slug, and to nothing else that is not at its address: after the move of a large section they are
 * thousands, which no build should open again and again. In order; none while they are few.
 */
function filesOfOldLinks(
  entries: readonly Entry[],
  there: AddressSet,
  { list, formerAddresses }: MovedFolders,
  now: Instant,
): readonly string[] {
  if (list.length === 0) return [];
  const astray = entries.filter(({ articleLinks }) => !articleLinks.every(hash => there.has(hash)));
  if (astray.length <= MOST_MOVED) return [];
  const former = entries
    .filter(entry => isThere(entry, now) && formerAddresses(sectionUrl(entry.section)).length > 0)
    .flatMap(entry => formerAddresses(articleUrl(entry)));
  const before = new AddressSet(former.length);
  for (const url of former) before.add(hashShort(url));
  return astray
    .filter(({ articleLinks }) => articleLinks.every(hash => there.has(hash) || before.has(hash)))
    .map(({ file }) => file)
    .sort();
}

/** The links of the first files, and how many other files there are. */
function firstMoved(moved: readonly EntryProblem[], passedOver: readonly string[]): readonly EntryProblem[] {
  const files = [...new Set([...moved.map(({ entry }) => entry.file), ...passedOver])].sort();
  const first = new Set(files.slice(0, MOST_MOVED));
  const named = moved.filter(({ entry }) => first.has(entry.file));
  const next = files[MOST_MOVED];
  if (next === undefined) return named;
  const message = linkMessages.movedElsewhere(files.length - MOST_MOVED);
  return [...named, { entry: { file: next }, path: [], rule: 'link-moved', message }];
}

function linksInFile(path: string, place: SitePlace): readonly string[] {
  const split = splitFile(path, readFileSync(path));
  return split.ok ? bodyLinks(split.value.body, place) : [];
}

function* otherPages(context: PageContext, asked: ReadonlySet<string>): Generator<string, void> {
  for (const { name, pages, months } of PAGE_TYPES) {
    if (name === 'article' || name === 'redirect') continue;
    if (months === null) for (const { url } of pages(context)) yield url;
    else if (asked.size > 0)
      for (const month of months(context))
        if (asked.has(month.month)) for (const { url } of month.pages()) yield url;
  }
}

/** As rendering makes them, so that a link is right when it works. */
function readAnchors(path: string): readonly string[] {
  const split = splitFile(path, readFileSync(path));
  if (!split.ok) return [];
  const html = renderBody(split.value.body, {
    lang: null,
    place: UNKNOWN_PLACE,
    picture: () => null,
    linkedFile: () => null,
  });
  return [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id!);
}
