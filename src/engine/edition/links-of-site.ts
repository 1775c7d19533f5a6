// Checked content and its pages to what the check of links asks of them.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { articleUrl, editorialUrl } from '../../address/addresses.ts';
import { renderBody } from '../../article/markdown/render-body.ts';
import { splitFile } from '../../article/read-article.ts';
import { type CheckedLinks, checkLinks, type LinkAsWritten, type Linker } from '../../check/links.ts';
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
  function* linkers(): Generator<Linker, void> {
    for (const entry of entries) {
      const { file, draft, from, expires } = entry;
      const links = linksOf(entry);
      if (links.length === 0 || (expires !== null && expires <= now)) continue;
      yield {
        file,
        url: articleUrl(entry),
        links,
        from: draft ? Number.POSITIVE_INFINITY : Math.max(from, now),
      };
    }
    for (const page of editorialPages)
      yield { file: page.file, url: editorialUrl(page.slug), links: linksOf(page), from: now };
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

const NONE: readonly LinkAsWritten[] = [];

/** Those to other Markdown files, too, which are known as the addresses of their pages. */
function linksOf({ links, media }: Pick<Entry, 'links' | 'media'>): readonly LinkAsWritten[] {
  const toFiles = media.flatMap(({ src, facts }) =>
    facts.kind === 'page' ? [{ href: facts.url, written: src }] : [],
  );
  return links.length + toFiles.length === 0 ? NONE : [...links.map(href => ({ href })), ...toFiles];
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
