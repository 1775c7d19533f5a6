// All problems of the content and the theme, as a build would find them, with nothing rendered and nothing written.
import { type ArticleCounts, NO_ARTICLES } from '../edition/edition.ts';
import { linkMessages } from '../locale/link-messages.ts';
import { RESERVED_ADDRESSES } from '../pages/registry.ts';
import { compareProblems, type Problem } from '../problem/problem.ts';
import { findExpiredSecurity } from '../site/expired-security.ts';
import { assetMistakes } from './assets/assets.ts';
import { siteFileUrls } from './assets/site-files.ts';
import { type BuildOptions, contentOf } from './build-options.ts';
import { checkLostAddresses } from './check-lost-addresses.ts';
import { editionPages, type UnknownAddress } from './edition/edition-pages.ts';
import { nothingFormer } from './edition/links-of-site.ts';
import { NOTHING_PUBLISHED } from './edition/published-version.ts';
import { ELEVENTY_CONFIG } from './eleventy/fixed-pages.ts';
import { buildPool } from './pool.ts';
import { readContent, shownFile } from './reading/read-content.ts';
import { walkContent } from './reading/walk-content.ts';
import { readTemplates } from './rendering/templates.ts';
import { type AbsentArticle, tellAbsent } from './report/absent-articles.ts';
import { type ForHost, NOTHING_FOR_HOST, tellForHost } from './report/for-host.ts';
import type { ToldLoss } from './report/tell-losses.ts';
import { Stopped } from './stage.ts';
import { readWith } from './stages/read-content.ts';
import { readSite } from './stages/read-site.ts';
import { templateMistakes } from './stages/read-theme.ts';

export interface ContentCheck extends ForHost {
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
  /** Addresses that readers had at the last build, and that the next one would lose; null: no build is remembered. */
  readonly lostAddresses: readonly ToldLoss[] | null;
}

const NOTHING_READ: Omit<ContentCheck, 'problems'> = {
  articles: 0,
  counts: NO_ARTICLES,
  absent: [],
  warnings: [],
  unusedMedia: [],
  ...NOTHING_FOR_HOST,
  lostAddresses: null,
};

export async function checkContent(options: BuildOptions): Promise<ContentCheck> {
  const source = contentOf(options);
  const read = await readSite({ options, source });
  if (read instanceof Stopped) return { ...NOTHING_READ, problems: read.problems };
  const { contentDir } = options;
  const pool = buildPool(options.workers);
  const inTheme = themeMistakes(options);
  // Until it is waited for, reading may have failed.
  inTheme.catch(() => {});
  try {
    const content = await readContent(
      read.site,
      { ...options, source },
      walkContent(source),
      RESERVED_ADDRESSES,
      null,
      readWith(pool),
      options.onProgress,
    );
    const pages = editionPages(content, source, read.now, options, nothingFormer(), NOTHING_PUBLISHED);
    const { context, problems, warnings, unknownLinks } = pages;
    const lost = checkLostAddresses({ ...options, source }, read.site, content, pages);
    const siteFiles = siteFileUrls(context);
    const unusedMedia = content.unusedMedia.map(file => shownFile(file, contentDir));
    return {
      articles: context.edition.counts.total,
      counts: context.edition.counts,
      absent: tellAbsent(context.edition, contentDir, read.site.timeZone),
      problems: [...problems, ...(await inTheme)].sort(compareProblems),
      warnings: [
        ...read.snapshotWarnings,
        ...warnings,
        ...findExpiredSecurity(options.dataDir, read.site, read.now).map(problem => ({
          ...problem,
          file: shownFile(problem.file, options.dataDir),
        })),
        ...unknownLinks.filter(({ address }) => !siteFiles.has(address)).map(perhapsUnknown),
        ...lost.warnings,
      ].sort(compareProblems),
      lostAddresses: lost.lostAddresses,
      unusedMedia,
      ...tellForHost(content.entries, contentDir, context),
    };
  } finally {
    await pool.close();
  }
}

async function themeMistakes({
  themeDir,
  cacheDir,
  eleventyConfig = ELEVENTY_CONFIG,
}: BuildOptions): Promise<readonly Problem[]> {
  const inAssets = await assetMistakes(themeDir, cacheDir);
  if (inAssets.some(({ rule }) => rule === 'not-a-file')) return inAssets;
  return [...inAssets, ...(await templateMistakes(readTemplates(themeDir), themeDir, eleventyConfig))];
}

/** Files of the theme, and what an owner's own pages and settings add, are only known once a build has made them. */
function perhapsUnknown({ address, problem }: UnknownAddress): Problem {
  return { ...problem, message: linkMessages.perhapsUnknown(address) };
}
