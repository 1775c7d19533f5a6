// Checked content and its pages to what the check of links asks of them.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { articleUrl, editorialUrl } from '../../address/addresses.ts';
import { bodyLinks } from '../../article/markdown/body-links.ts';
import { renderBody } from '../../article/markdown/render-body.ts';
import { splitFile } from '../../article/read-article.ts';
import { type CheckedLinks, checkLinks, type LinkAsWritten, type Linker } from '../../check/links.ts';
import { AddressSet } from '../../edition/address-set.ts';
import type { Entry } from '../../edition/entry.ts';
import type { PageContext } from '../../pages/page-type.ts';
import { PAGE_TYPES } from '../../pages/registry.ts';
import type { Problem } from '../../problem/problem.ts';
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
  const there = addressesThere(entries, now);
  function* linkers(): Generator<Linker, void> {
    for (const entry of entries) {
      if (leadsToArticlesAlone(entry, there)) continue;
      const { file, draft, from, expires } = entry;
      if (expires !== null && expires <= now) continue;
      const seen = draft ? Number.POSITIVE_INFINITY : Math.max(from, now);
      yield { file, url: articleUrl(entry), links: linksOf(entry), from: seen };
    }
    for (const { file, slug, links, media } of editorialPages)
      yield {
        file,
        url: editorialUrl(slug),
        links: [...links.map(href => ({ href })), ...toFiles(media)],
        from: now,
      };
  }
  return checkLinks(linkers(), {
    siteOrigin: site.baseUrl,
    now,
    articles: entries,
    faultySlugs: new Set(
      problems.map(({ file }) => file.slice(file.lastIndexOf('/') + 1).replace(/\.md$/, '')),
    ),
    otherPages: months => otherPages(context, months),
    wasThere: former.wasThere,
    anchorsOf,
    editorialFiles: new Map(editorialPages.map(({ slug, file }) => [editorialUrl(slug), file])),
  });

  /** Those to other Markdown files are known as the addresses of their pages. */
  function linksOf({ file, links, articleLinks, media }: Entry): readonly LinkAsWritten[] {
    const hrefs = articleLinks.every(hash => there.has(hash))
      ? links
      : linksInFile(join(contentDir, file), site.baseUrl);
    return [...hrefs.map(href => ({ href })), ...toFiles(media)];
  }

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
  for (const { addressHash, draft, from, expires } of entries)
    if (!draft && from <= now && (expires === null || expires > now)) there.add(addressHash);
  return there;
}

/** Whether an article links to the very addresses of articles that are there, and to nothing else within the site: nearly all of an archive do. */
function leadsToArticlesAlone({ links, articleLinks, media }: Entry, there: AddressSet): boolean {
  if (links.length > 0 || media.length > 0) return false;
  for (let at = 0; at < articleLinks.length; at += 1) if (!there.has(articleLinks[at]!)) return false;
  return true;
}

function toFiles(media: Entry['media']): readonly LinkAsWritten[] {
  return media.flatMap(({ src, facts }) =>
    facts.kind === 'page' ? [{ href: facts.url, written: src }] : [],
  );
}

function linksInFile(path: string, siteOrigin: string): readonly string[] {
  const split = splitFile(path, readFileSync(path));
  return split.ok ? bodyLinks(split.value.body, siteOrigin) : [];
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
    siteOrigin: '',
    picture: () => null,
    linkedFile: () => null,
  });
  return [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id!);
}
