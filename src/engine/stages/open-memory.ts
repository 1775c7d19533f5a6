// What the last build left: its memory and its output.
import { hashOf } from '../../hash/hash.ts';
import type { Site } from '../../site/site.ts';
import { type BuildStart, memoryFolder } from '../build-options.ts';
import { type FixedPagesThread, fixedPagesThread } from '../eleventy/fixed-pages.ts';
import { forgetMemory, type Memory, openMemory } from '../memory/memory.ts';
import { hasLargeMemory } from '../memory/memory-file.ts';
import { beginGenerations } from '../output/generations.ts';
import { type OutputPlace, openOutput } from '../output/open-output.ts';
import type { Output } from '../output/output.ts';
import { type CodeFingerprints, codeFingerprints } from '../plan/code-fingerprints.ts';
import { buildPool } from '../pool.ts';
import type { WorkerPool } from '../threads/worker-pool.ts';
import type { ReadSite } from './read-site.ts';

export interface OpenMemory {
  readonly code: CodeFingerprints;
  readonly memory: Memory;
  readonly output: Output;
  readonly outputPlace: OutputPlace;
  readonly pool: WorkerPool;
  /** Eleventy, being loaded in a thread of its own; null: nothing is gained by it. */
  readonly eleventy: FixedPagesThread | null;
}

/** How articles and comments are read: what was read otherwise is read again. */
export function readingVersion(
  { reading }: Pick<CodeFingerprints, 'reading'>,
  { timeZone, baseUrl, typedFolder }: Pick<Site, 'timeZone' | 'baseUrl' | 'typedFolder'>,
): string {
  return hashOf(`${reading} ${timeZone} ${baseUrl} ${typedFolder}`);
}

/** Throws `ForeignOutput` and `MemoryBusy`. */
export function openBuildMemory({
  options,
  site,
  closing,
  everyFixedPage,
}: BuildStart & ReadSite): OpenMemory {
  const { outputDir, workers, full } = options;
  const memoryDir = memoryFolder(options);
  openOutput({ kind: 'folder', dir: outputDir }).checkOurs();
  if (options.swap) beginGenerations(outputDir);
  const output = openOutput({ kind: 'folder', dir: outputDir });
  const { isFilledAtOnce } = output;
  const outputPlace: OutputPlace = { kind: 'folder', dir: outputDir, isFilledAtOnce };
  if (full) forgetMemory(memoryDir);
  const code = codeFingerprints();
  const memory = openMemory(memoryDir, {
    content: readingVersion(code, site),
    media: code.media,
  });
  closing.push(() => memory.close());
  const pool = buildPool(workers);
  closing.push(() => pool.close());
  // It is loaded while the content is read, but not while the memory is, which keeps both cores busy.
  const eleventy = !everyFixedPage && hasLargeMemory(memoryDir) ? fixedPagesThread() : null;
  if (eleventy) closing.push(() => eleventy.close());
  return { code, memory, output, outputPlace, pool, eleventy };
}
