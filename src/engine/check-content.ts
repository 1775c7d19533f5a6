// All problems of the content, as a build would find them, with nothing rendered and nothing written.
import { aliasesForHost } from '../check/aliases.ts';
import { linkMessages } from '../locale/link-messages.ts';
import { RESERVED_ADDRESSES } from '../pages/registry.ts';
import { compareProblems, type Problem } from '../problem/problem.ts';
import type { BuildOptions } from './build-options.ts';
import { editionPages, type UnknownAddress } from './edition/edition-pages.ts';
import { nothingFormer } from './edition/links-of-site.ts';
import { buildPool } from './pool.ts';
import { readContent, shownFile } from './reading/read-content.ts';
import { walkContent } from './reading/walk-content.ts';
import { Stopped } from './stage.ts';
import { readWith } from './stages/read-content.ts';
import { readSite } from './stages/read-site.ts';

export interface ContentCheck {
  /** How many articles were read without a problem. */
  readonly articles: number;
  readonly problems: readonly Problem[];
  /** What should be mended, and stops no build; and what only a build can tell. */
  readonly warnings: readonly Problem[];
  /** Photographs and recordings that no article or page names, as an editor would type them. */
  readonly unusedMedia: readonly string[];
  /** Old addresses that only a rule of the host's can answer, each with its article as an editor would type it. */
  readonly aliasesForHost: readonly { readonly file: string; readonly alias: string }[];
}

export async function checkContent(options: BuildOptions): Promise<ContentCheck> {
  const read = readSite({ options });
  if (read instanceof Stopped)
    return { articles: 0, problems: read.problems, warnings: [], unusedMedia: [], aliasesForHost: [] };
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
      read.site.stylePage,
      nothingFormer(),
    );
    const unusedMedia = content.unusedMedia.map(file => shownFile(file, contentDir));
    const forHost = aliasesForHost(content.entries).map(({ file, alias }) => ({
      file: shownFile(file, contentDir),
      alias,
    }));
    return {
      articles: context.edition.counts.total,
      problems,
      warnings: [...warnings, ...unknownLinks.map(perhapsUnknown)].sort(compareProblems),
      unusedMedia,
      aliasesForHost: forHost,
    };
  } finally {
    await pool.close();
  }
}

/** Files of the theme, and what an owner's own pages and settings add, are only known once a build has made them. */
function perhapsUnknown({ address, problem }: UnknownAddress): Problem {
  return { ...problem, message: linkMessages.perhapsUnknown(address) };
}
