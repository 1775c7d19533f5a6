// The views of the fixed set to the files that Eleventy makes of them, and of a site owner's own pages.
import { join } from 'node:path';
import { type BuildStart, memoryFolder } from '../build-options.ts';
import {
  ELEVENTY_CONFIG,
  type FixedFile,
  renderFixedPages,
  STAGING_FOLDER,
} from '../eleventy/fixed-pages.ts';
import type { Announced } from './announce.ts';
import type { OpenMemory } from './open-memory.ts';
import type { Planned } from './plan.ts';
import type { FixedPages } from './view-fixed-pages.ts';

export interface FromEleventy {
  /** null: there was nothing for Eleventy to do. */
  readonly made: readonly FixedFile[] | null;
  /** Whether that is all that Eleventy wrote, so that whatever else stands in the output may go. */
  readonly complete: boolean;
}

export async function renderWithEleventy({
  options,
  eleventy,
  portal,
  fixed,
  needsEleventy,
}: BuildStart & OpenMemory & Planned & Announced & { readonly fixed: FixedPages }): Promise<FromEleventy> {
  if (!needsEleventy) return { made: null, complete: true };
  const { themeDir, dataDir, eleventyConfig = ELEVENTY_CONFIG } = options;
  const stagingDir = join(memoryFolder(options), STAGING_FOLDER);
  const job = { ...fixed, portal, themeDir, dataDir, stagingDir, configPath: eleventyConfig };
  return { made: await (eleventy?.render(job) ?? renderFixedPages(job)), complete: true };
}
