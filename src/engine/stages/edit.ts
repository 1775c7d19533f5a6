// The content and the instant to the edition, and to all that pages are listed from.
import { articleUrl } from '../../address/addresses.ts';
import { siteFolder } from '../../address/site-place.ts';
import type { CheckedAliases } from '../../check/aliases.ts';
import type { PageContext } from '../../pages/page-type.ts';
import { compareProblems, type Problem } from '../../problem/problem.ts';
import { findExpiredSecurity } from '../../site/expired-security.ts';
import type { BuildStart } from '../build-options.ts';
import type { ArticleLinks } from '../edition/article-links.ts';
import { editionPages, type UnknownAddress } from '../edition/edition-pages.ts';
import type { FormerSite } from '../edition/links-of-site.ts';
import { type PublishedVersions, publishedVersions } from '../edition/published-version.ts';
import { rememberedAliases } from '../edition/remembered-aliases.ts';
import { rememberedLinks } from '../edition/remembered-links.ts';
import type { KeptVersion } from '../memory/kept-versions.ts';
import type { Memory } from '../memory/memory.ts';
import { shownFile } from '../reading/read-content.ts';
import { unpublishedMarkup } from '../rendering/published-markup.ts';
import type { OpenMemory } from './open-memory.ts';
import type { ReadContent } from './read-content.ts';
import type { ReadSite } from './read-site.ts';

export interface Edited {
  readonly context: PageContext;
  /** Scheduled articles and drafts, as if they appeared now. */
  readonly toCome: PageContext;
  /** Of all faulty files, which are left out. */
  readonly problems: readonly Problem[];
  /** What should be mended, and stops no build. */
  readonly warnings: readonly Problem[];
  /** Links to addresses of no page, which may be those of files, or of an owner's own pages. */
  readonly unknownLinks: readonly UnknownAddress[];
  /** Addresses that a page had once, and to which somebody still links. */
  readonly formerLinks: readonly string[];
  /** What was found out of links to articles, for the next build to know. */
  readonly articleLinks: ArticleLinks;
  /** Months whose old addresses are right now, for the next build to know. */
  readonly checkedAliases: CheckedAliases;
  /** The files of all faulty articles. */
  readonly faulty: ReadonlySet<string>;
  /** What stands in the place of some of these, by file: the article as it was published. */
  readonly standIns: ReadonlyMap<string, KeptVersion>;
  /** Of the faulty articles that readers have, by the file as in `Problem`: whether they stay so. */
  readonly staysOnline: ReadonlyMap<string, boolean>;
  /** What is known of links, and for the next build to know. */
  readonly links: FormerSite;
}

/** @param without articles in whose place nothing stands, whatever is known of them. */
export function edit(
  {
    options,
    source,
    site,
    content,
    now,
    memory,
    output,
    code,
  }: BuildStart & ReadSite & ReadContent & Pick<OpenMemory, 'memory' | 'output' | 'code'>,
  without: ReadonlySet<string> = new Set(),
): Edited {
  const checkedAliases = rememberedAliases(memory, { code: code.pages, site, now });
  const links = { ...rememberedLinks(memory), checkedAliases };
  const folder = siteFolder(site.baseUrl);
  const known = publishedVersions(memory, {
    read: url => output.read(url),
    unpublished: markup => unpublishedMarkup(markup, folder),
  });
  const published: PublishedVersions = {
    ...known,
    versionOf: file => (without.has(file) ? null : known.versionOf(file)),
  };
  const pages = editionPages(content, source, now, options, links, published);
  // What was read, with what is kept of the articles in which it found faults, is right even if this build stops later.
  memory.keepReading();
  memory.doubt(pagesNoLongerKept(memory, pages.faulty));
  const expiring = findExpiredSecurity(options.dataDir, site, now).map(problem => ({
    ...problem,
    file: shownFile(problem.file, options.dataDir),
  }));
  return { ...pages, warnings: [...pages.warnings, ...expiring].sort(compareProblems), links };
}

/** Addresses of articles that stood as they were published: their pages were made of another body than they would be now, whatever is remembered. */
function pagesNoLongerKept({ kept }: Pick<Memory, 'kept'>, faulty: ReadonlySet<string>): readonly string[] {
  return [...kept.files()].flatMap(file => {
    const version = faulty.has(file) ? undefined : kept.get(file);
    return version === undefined ? [] : [articleUrl(version.entry)];
  });
}
