// Checked content and its pages to what the check of links asks of them.

import { articleAddress, articleUrl, editorialUrl, HOME_URL } from '../../address/addresses.ts';
import { type SitePlace, UNKNOWN_PLACE } from '../../address/site-place.ts';
import { bodyLinks } from '../../article/markdown/body-links.ts';
import { renderBody } from '../../article/markdown/render-body.ts';
import { splitFile } from '../../article/read-article.ts';
import type { CheckedAliases } from '../../check/aliases.ts';
import type { EntryProblem } from '../../check/entry-problem.ts';
import {
  type CheckedLinks,
  checkLinks,
  type LinkAsWritten,
  type LinkedSite,
  type Linker,
} from '../../check/links.ts';
import { type ContentSource, textBytes } from '../../content/content-source.ts';
import type { Entry } from '../../edition/entry.ts';
import type { MonthOfEntries, MonthsOfEntries } from '../../edition/months-of-entries.ts';
import { linkMessages } from '../../locale/link-messages.ts';
import type { PageContext } from '../../pages/page-type.ts';
import { PAGE_TYPES } from '../../pages/registry.ts';
import type { Problem } from '../../problem/problem.ts';
import { type MovedFolders, movedFolders } from '../../site/moved-folders.ts';
import type { Instant } from '../../time/instant.ts';
import type { KeptVersion } from '../memory/kept-versions.ts';
import { type ArticleLinks, type KnownArticleLinks, NOTHING_KNOWN } from './article-links.ts';
import { urlsOfMonths } from './urls-of-months.ts';

/** What is known of the site before. */
export interface FormerSite {
  /** Whether an earlier build had a page at an address. */
  readonly wasThere: (url: string) => boolean;
  /** The ids in the bodies of articles to which somebody links, by file, each with the hash of the article that had them. */
  readonly anchors: Map<string, readonly [articleHash: number, ids: readonly string[]]>;
  readonly articleLinks: KnownArticleLinks;
  readonly checkedAliases: CheckedAliases;
}

/** For who has no memory. */
export function nothingFormer(): FormerSite {
  return {
    wasThere: () => false,
    anchors: new Map(),
    articleLinks: NOTHING_KNOWN,
    checkedAliases: new Map(),
  };
}

export function checkSiteLinks(
  context: PageContext,
  /** Shown or not, and those that were left out for other mistakes. */
  entries: MonthsOfEntries,
  problems: readonly Problem[],
  {
    source,
    now,
    former,
    astray,
    standIns,
  }: {
    readonly source: ContentSource;
    readonly now: Instant;
    readonly former: FormerSite;
    readonly astray: ArticleLinks['astray'];
    /** Links lead to these, too. Their own were right, and are nobody's to mend now. */
    readonly standIns: ReadonlyMap<string, KeptVersion>;
  },
): CheckedLinks {
  const { site, editorialPages } = context;
  const articles = entries.with([...standIns.values()].map(({ entry }) => entry));
  const moved = movedFolders(site, editorialPages);
  const passedOver = filesOfOldLinks(context, astray, moved).slice(MOST_MOVED);
  const isPassedOver = new Set(passedOver);
  const isAstray = (file: string): boolean => astray.has(file) && !isPassedOver.has(file);
  source.prefetch([...astray.keys()].filter(isAstray));
  const linkerOf = (entry: Entry): Linker | null => {
    const { file, links, media, draft, from, expires } = entry;
    if (expires !== null && expires <= now) return null;
    const hrefs = isAstray(file) ? linksInFile(source, file, site) : links;
    const seen = draft ? Number.POSITIVE_INFINITY : Math.max(from, now);
    return { file, url: articleUrl(entry), links: [...asWritten(hrefs), ...toFiles(media)], from: seen };
  };
  function* linkers(months: readonly MonthOfEntries[]): Generator<Linker, void> {
    const looked = new Set<string>();
    for (const month of months)
      for (const entry of month.entries) {
        const { links, media } = entry;
        const linker = links.length + media.length === 0 ? null : linkerOf(entry);
        if (linker === null) continue;
        looked.add(linker.file);
        yield linker;
      }
    for (const file of astray.keys()) {
      const entry = looked.has(file) || isPassedOver.has(file) ? undefined : entries.find(file);
      const linker = entry ? linkerOf(entry) : null;
      if (linker !== null) yield linker;
    }
    for (const { file, slug, links, media } of editorialPages)
      yield {
        file,
        url: editorialUrl(slug),
        links: [...asWritten(links), ...toFiles(media)],
        from: now,
      };
  }
  const linked: LinkedSite = {
    place: site,
    now,
    articles,
    faultySlugs: new Set(
      problems.map(({ file }) => file.slice(file.lastIndexOf('/') + 1).replace(/\.md$/, '')),
    ),
    otherPages: months => otherPages(context, months),
    presentAddress: moved.presentAddress,
    hasMoved: moved.list.length > 0,
    wasThere: former.wasThere,
    anchorsOf,
    editorialFiles: new Map(editorialPages.map(({ slug, file }) => [editorialUrl(slug), file])),
  };
  const checked = checkLinks(linkers(monthsWithMistakes(entries, linked)), linked);
  return { ...checked, warnings: [...checked.warnings, ...firstMoved(checked.moved, passedOver)] };

  function anchorsOf(file: string): ReadonlySet<string> {
    const kept = standIns.get(file);
    if (kept) return new Set(anchorsIn(kept.bodyHtml));
    const articleHash = entries.find(file)?.articleHash ?? 0;
    const known = former.anchors.get(file);
    if (known && articleHash !== 0 && known[0] === articleHash) return new Set(known[1]);
    const ids = readAnchors(source, file);
    former.anchors.set(file, [articleHash, ids]);
    return new Set(ids);
  }
}

/**
 * The months of which an article links to files, or to something that is perhaps no page: of all others the links that their articles have together are right, as
 * if each were in an article that readers have now.
 */
function monthsWithMistakes(entries: MonthsOfEntries, site: LinkedSite): readonly MonthOfEntries[] {
  const together = entries.months
    .filter(({ summary }) => summary.links.length > 0)
    .map(
      ({ month, summary }): Linker => ({
        file: month,
        url: HOME_URL,
        links: asWritten(summary.links),
        from: site.now,
      }),
    );
  const { mistakes, warnings, moved, unknown } = checkLinks(together, site);
  const wrong = new Set(
    [...mistakes, ...warnings, ...moved, ...unknown.map(({ mistake }) => mistake)].map(
      ({ entry }) => entry.file,
    ),
  );
  // Where a link without a leading slash leads hangs on the article that has it: « #partie-le-quai ».
  const isRelative = (link: string): boolean => !link.startsWith('/');
  return entries.months.filter(
    ({ month, summary: { toFiles, links } }) => toFiles > 0 || wrong.has(month) || links.some(isRelative),
  );
}

function asWritten(hrefs: readonly string[]): readonly LinkAsWritten[] {
  return hrefs.map(href => ({ href }));
}

/** Those to other Markdown files are known as the addresses of their pages. */
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
  { edition }: PageContext,
  astray: ArticleLinks['astray'],
  { list, presentAddress }: MovedFolders,
): readonly string[] {
  if (list.length === 0 || astray.size <= MOST_MOVED) return [];
  const isThere = (url: string): boolean =>
    edition.published.day(articleAddress(url)?.day ?? '').some(entry => articleUrl(entry) === url);
  return [...astray]
    .filter(([, links]) => links.every(link => isThere(link) || isThere(presentAddress(link) ?? '')))
    .map(([file]) => file)
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

function linksInFile(source: ContentSource, file: string, place: SitePlace): readonly string[] {
  const split = splitFile(file, textBytes(source, file));
  return split.ok ? bodyLinks(split.value.body, place) : [];
}

function* otherPages(context: PageContext, asked: ReadonlySet<string>): Generator<string, void> {
  for (const type of PAGE_TYPES) {
    if (type.name === 'article' || type.name === 'redirect') continue;
    yield* urlsOfMonths(type, context, asked);
  }
}

/** As rendering makes them, so that a link is right when it works. */
function readAnchors(source: ContentSource, file: string): readonly string[] {
  const split = splitFile(file, textBytes(source, file));
  if (!split.ok) return [];
  const html = renderBody(split.value.body, {
    lang: null,
    place: UNKNOWN_PLACE,
    picture: () => null,
    linkedFile: () => null,
  });
  return anchorsIn(html);
}

function anchorsIn(html: string): readonly string[] {
  return [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id!);
}
