// What the last build left: its memory and its output.
import { join } from 'node:path';
import { siteFolder } from '../../address/site-place.ts';
import { hashOf } from '../../hash/hash.ts';
import type { Site } from '../../site/site.ts';
import { type BuildStart, memoryFolder } from '../build-options.ts';
import { type FixedPagesThread, fixedPagesThread, STAGING_FOLDER } from '../eleventy/fixed-pages.ts';
import { EVERY_PAGE, forgetMemory, type Memory, openMemory } from '../memory/memory.ts';
import { hasLargeMemory } from '../memory/memory-file.ts';
import { beginGenerations } from '../output/generations.ts';
import { type OutputPlace, openOutput } from '../output/open-output.ts';
import { type Output, OWN_FOLDER } from '../output/output.ts';
import { openPreviewOutput } from '../output/preview-output.ts';
import { openStoreOutput } from '../output/store-output.ts';
import { type CodeFingerprints, codeFingerprints } from '../plan/code-fingerprints.ts';
import { buildPool } from '../pool.ts';
import { originOf, type Publication } from '../publication.ts';
import { withAddresses } from '../rendering/published-markup.ts';
import type { WorkerPool } from '../threads/worker-pool.ts';
import type { ReadSite } from './read-site.ts';

export interface OpenMemory {
  readonly code: CodeFingerprints;
  readonly memory: Memory;
  readonly output: Output;
  readonly outputPlace: OutputPlace;
  /** Where the output is sent; null: it is a folder. */
  readonly publication: Publication | null;
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
export async function openBuildMemory({
  options,
  site,
  closing,
  everyFixedPage,
}: BuildStart & ReadSite): Promise<OpenMemory> {
  const { workers, full, publication = null } = options;
  const memoryDir = memoryFolder(options);
  const folder = publication === null ? openFolder(options) : null;
  if (full) forgetMemory(memoryDir);
  const code = await (options.hashing ?? codeFingerprints());
  const versions = {
    content: readingVersion(code, site),
    media: code.media,
    files: code.files,
  };
  const memory = openMemory(memoryDir, versions, publication && originOf(publication, full));
  closing.push(() => memory.close());
  const { output, outputPlace } = folder ?? openPublished(publication!, memory, options, site);
  const pool = buildPool(workers);
  closing.push(() => pool.close());
  // It is loaded while the content is read, but not while the memory is, which keeps both cores busy.
  const eleventy =
    !everyFixedPage && hasLargeMemory(memoryDir)
      ? fixedPagesThread({ stagingDir: join(memoryDir, STAGING_FOLDER) })
      : null;
  if (eleventy) closing.push(() => eleventy.close());
  return { code, memory, output, outputPlace, publication, pool, eleventy };
}

type Opened = Pick<OpenMemory, 'output' | 'outputPlace'>;

function openFolder({ outputDir, swap }: BuildStart['options']): Opened {
  openOutput({ kind: 'folder', dir: outputDir }).checkOurs();
  if (swap) beginGenerations(outputDir);
  const output = openOutput({ kind: 'folder', dir: outputDir });
  const { isFilledAtOnce } = output;
  return { output, outputPlace: { kind: 'folder', dir: outputDir, isFilledAtOnce } };
}

/** Of the cache: where that waits which is going to be sent. */
const WAITING_FOLDER = 'waiting';

function openPublished(
  publication: Publication,
  memory: Memory,
  options: BuildStart['options'],
  { baseUrl }: Pick<Site, 'baseUrl'>,
): Opened {
  const { store, reader, isEmpty, isRehearsal, lock, onOverwritten, preview } = publication;
  const waitingDir = join(memoryFolder(options), WAITING_FOLDER);
  const hashAt = (url: string): string | null =>
    memory.pages.get(url)?.bytesHash ?? memory.images.get(url) ?? null;
  const onProgress = (done: number, total: number): void => options.onProgress('send', done, total);
  const outputPlace: OutputPlace = { kind: 'waiting', dir: waitingDir };
  if (preview !== null) {
    const folder = siteFolder(baseUrl);
    const place = {
      store,
      reader,
      waitingDir,
      name: preview,
      folder,
      hashAt,
      withAddresses,
      isRehearsal,
      onProgress,
    };
    return { output: openPreviewOutput(place), outputPlace };
  }
  const output = openStoreOutput({
    store,
    reader,
    waitingDir,
    isFilledAtOnce: isEmpty,
    isDoubted: url => isDoubted(memory, url),
    tagOf: url => memory.tags.get(url) ?? null,
    hashAt,
    checkTurn: () => lock.check(),
    checkAfterSilence: () => lock.checkAfterSilence(),
    isAllAnnounced: () => lock.announced().includes(EVERY_PAGE),
    isRehearsal,
    onOverwritten,
    onProgress,
  });
  return { output, outputPlace };
}

/** What we write down of a site may have been written by a publication that was cut off, whatever that was about to change. */
function isDoubted({ suspects, knowsNothingOnDisk }: Memory, url: string): boolean {
  return knowsNothingOnDisk || suspects.has(url) || (suspects.size > 0 && url.startsWith(`/${OWN_FOLDER}/`));
}
