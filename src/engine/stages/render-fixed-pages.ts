// The views of the fixed set to the files that Eleventy makes of them, and of a site owner's own pages; beside its thread, images and few other pages.
import { join } from 'node:path';
import { type BuildStart, memoryFolder } from '../build-options.ts';
import {
  ELEVENTY_CONFIG,
  type FixedFile,
  renderFixedPages,
  STAGING_FOLDER,
} from '../eleventy/fixed-pages.ts';
import type { Announced } from './announce.ts';
import type { Edited } from './edit.ts';
import type { MissingImages } from './find-missing-images.ts';
import type { Framed } from './make-frame.ts';
import type { OpenMemory } from './open-memory.ts';
import type { Planned } from './plan.ts';
import { type RenderedHere, renderAhead } from './render-archive.ts';
import type { FixedPages } from './view-fixed-pages.ts';

export interface FromEleventy {
  /** null: there was nothing for Eleventy to do. */
  readonly made: readonly FixedFile[] | null;
  /** Whether that is all that Eleventy wrote, so that whatever else stands in the output may go. */
  readonly complete: boolean;
  /** The pages of our engine that were rendered meanwhile; null: none were. */
  readonly renderedAhead: readonly RenderedHere[] | null;
}

type Needs = BuildStart &
  OpenMemory &
  Edited &
  Planned &
  MissingImages &
  Announced &
  Framed & { readonly fixed: FixedPages };

/** Nothing reaches the output or the memory: what Eleventy makes can still stop the build. */
export async function renderWithEleventy(known: Needs): Promise<FromEleventy> {
  const { options, eleventy, portal, fixed, needsEleventy } = known;
  if (!needsEleventy) return { made: null, complete: true, renderedAhead: null };
  const { themeDir, dataDir, eleventyConfig = ELEVENTY_CONFIG } = options;
  const stagingDir = join(memoryFolder(options), STAGING_FOLDER);
  const job = { ...fixed, portal, themeDir, dataDir, stagingDir, configPath: eleventyConfig };
  if (eleventy === null) return { made: await renderFixedPages(job), complete: true, renderedAhead: null };
  const rendering = eleventy.render(job);
  const meanwhile = renderAhead(known);
  const images = known.images.make();
  const [made, renderedAhead] = await Promise.allSettled([rendering, meanwhile, images]);
  // Of several mistakes the one is told that stops a build which does one after the other.
  if (made.status === 'rejected') throw made.reason;
  if (renderedAhead.status === 'rejected') throw renderedAhead.reason;
  return { made: made.value, complete: true, renderedAhead: renderedAhead.value };
}
