// All problems of the content, as a build would find them, with nothing rendered and nothing written.
import type { Problem } from '../problem/problem.ts';
import type { Instant } from '../time/instant.ts';
import type { BuildOptions } from './build.ts';
import { editionPages } from './edition/edition-pages.ts';
import { type ContentSettings, readContent, readSiteData, shownFile } from './reading/read-content.ts';
import { walkContent } from './reading/walk-content.ts';
import { workerPool } from './threads/worker-pool.ts';

export interface ContentCheck {
  /** How many articles were read without a problem. */
  readonly articles: number;
  readonly problems: readonly Problem[];
  /** Photographs and recordings that nobody names, as an editor would type them. */
  readonly unusedMedia: readonly string[];
}

export async function checkContent(
  options: ContentSettings & Pick<BuildOptions, 'now'>,
  wallClock: Instant,
  onProgress: BuildOptions['onProgress'],
): Promise<ContentCheck> {
  const site = readSiteData(options);
  if (!site.ok) return { articles: 0, problems: site.problems, unusedMedia: [] };
  const pool = workerPool(options.workers);
  try {
    const content = await readContent(
      site.value,
      options,
      walkContent(options.contentDir),
      null,
      pool,
      onProgress,
    );
    const now = options.now ?? site.value.clock ?? wallClock;
    const { context, problems } = editionPages(content, options.contentDir, now, () => {
      throw new Error('A check makes no view.');
    });
    const unusedMedia = content.unusedMedia.map(file => shownFile(file, options.contentDir));
    return { articles: context.edition.counts.total, problems, unusedMedia };
  } finally {
    await pool.close();
  }
}
