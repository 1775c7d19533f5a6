// What changed in the content since the memory, read and checked.
import { RESERVED_ADDRESSES } from '../../pages/registry.ts';
import type { BuildStart } from '../build-options.ts';
import { suspectLinks } from '../edition/remembered-links.ts';
import { knownShelves, learnShelves } from '../reading/known-shelves.ts';
import { type Content, type ReadMany, readContent } from '../reading/read-content.ts';
import { walkContent } from '../reading/walk-content.ts';
import type { WorkerPool } from '../threads/worker-pool.ts';
import type { OpenMemory } from './open-memory.ts';
import type { ReadSite } from './read-site.ts';

export interface ReadContent {
  readonly content: Content;
}

export async function readChangedContent({
  options,
  source,
  site,
  snapshotWarnings,
  memory,
  pool,
  publication,
}: BuildStart & ReadSite & Pick<OpenMemory, 'memory' | 'pool' | 'publication'>): Promise<ReadContent> {
  // There is nothing else to do here while a thread walks over the content.
  if (options.walking && publication === null) options.look?.();
  const found = await (options.walking ?? walkContent(source, knownShelves(memory)));
  const content = await readContent(
    site,
    { ...options, source },
    found,
    RESERVED_ADDRESSES,
    memory,
    readWith(pool),
    options.onProgress,
  );
  learnShelves(memory, source, found);
  // The articles read are right even if this build stops later.
  suspectLinks(memory, content.articleLinks);
  return { content: { ...content, warnings: [...snapshotWarnings, ...content.warnings] } };
}

export function readWith(pool: WorkerPool): ReadMany {
  return (jobs, settings, onResult) =>
    pool.share(jobs, batch => ({ task: 'read', settings, jobs: batch }), onResult);
}
