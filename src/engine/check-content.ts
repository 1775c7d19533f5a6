// All problems of the content, as a build would find them, with nothing rendered and nothing written.
import { type ArticleCounts, NO_ARTICLES } from '../edition/edition.ts';
import { linkMessages } from '../locale/link-messages.ts';
import { RESERVED_ADDRESSES } from '../pages/registry.ts';
import { compareProblems, type Problem } from '../problem/problem.ts';
import type { BuildOptions } from './build-options.ts';
import { editionPages, type UnknownAddress } from './edition/edition-pages.ts';
import { nothingFormer } from './edition/links-of-site.ts';
import { NOTHING_PUBLISHED } from './edition/published-version.ts';
import { buildPool } from './pool.ts';
import { readContent, shownFile } from './reading/read-content.ts';
import { walkContent } from './reading/walk-content.ts';
import { type AbsentArticle, tellAbsent } from './report/absent-articles.ts';
import { type AliasForHost, tellAliasesForHost } from './report/for-host.ts';
import { Stopped } from './stage.ts';
import { readWith } from './stages/read-content.ts';
import { readSite } from './stages/read-site.ts';

export interface ContentCheck {
  /** How many articles were read without a problem. */
  readonly articles: number;
  /** What becomes of these now. */
  readonly counts: ArticleCounts;
  readonly absent: readonly AbsentArticle[];
  readonly problems: readonly Problem[];
  /** What should be mended, and stops no build; and what only a build can tell. */
  readonly warnings: readonly Problem[];
  /** Photographs and recordings that no article or page names, as an editor would type them. */
  readonly unusedMedia: readonly string[];
  readonly aliasesForHost: readonly AliasForHost[];
}

const NOTHING_READ: Omit<ContentCheck, 'problems'> = {
  articles: 0,
  counts: NO_ARTICLES,
  absent: [],
  warnings: [],
  unusedMedia: [],
  aliasesForHost: [],
};

export async function checkContent(options: BuildOptions): Promise<ContentCheck> {
  const read = readSite({ options });
  if (read instanceof Stopped) return { ...NOTHING_READ, problems: read.problems };
  const { contentDir } = options;
  const pool = buildPool(options.workers);
  try {
    const content = await readContent(
      read.site,
      options,
      walkContent(contentDir),
      RESERVED_ADDRESSES,
      null,
      readWith(pool),
      options.onProgress,
    );
    const { context, problems, warnings, unknownLinks } = editionPages(
      content,
      contentDir,
      read.now,
      options,
      nothingFormer(),
      NOTHING_PUBLISHED,
    );
    const unusedMedia = content.unusedMedia.map(file => shownFile(file, contentDir));
    return {
      articles: context.edition.counts.total,
      counts: context.edition.counts,
      absent: tellAbsent(context.edition, contentDir, read.site.timeZone),
      problems,
      warnings: [...warnings, ...unknownLinks.map(perhapsUnknown)].sort(compareProblems),
      unusedMedia,
      aliasesForHost: tellAliasesForHost(content.entries, contentDir, read.site.baseUrl),
    };
  } finally {
    await pool.close();
  }
}

/** Files of the theme, and what an owner's own pages and settings add, are only known once a build has made them. */
function perhapsUnknown({ address, problem }: UnknownAddress): Problem {
  return { ...problem, message: linkMessages.perhapsUnknown(address) };
}
