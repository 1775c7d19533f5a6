// The walk over the content folder in a thread of its own, while this one reads the memory.
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { type FoundFiles, walkContent } from './walk-content.ts';

/** Lists go as one text each: a thread's copy of 100,000 texts costs more than the walk. No file name holds a NUL. */
const BETWEEN = '\0';

interface PackedFiles {
  readonly files: string;
  readonly stamps: string;
  readonly problems: FoundFiles['problems'];
}

/** What `walkContent` gives. */
export function walkInThread(contentDir: string): Promise<FoundFiles> {
  const { promise, resolve, reject } = Promise.withResolvers<FoundFiles>();
  const worker = new Worker(new URL(import.meta.url), { workerData: { walk: contentDir } });
  worker.once('message', ({ files, stamps, problems }: PackedFiles) => {
    // No file at all leaves one empty text in either list.
    if (files === '') resolve({ files: [], stamps: [], problems });
    else resolve({ files: files.split(BETWEEN), stamps: stamps.split(BETWEEN), problems });
  });
  worker.once('error', reject);
  return promise;
}

const wanted = (workerData as { readonly walk?: string } | null)?.walk;
if (!isMainThread && wanted !== undefined) {
  const { files, stamps, problems } = walkContent(wanted);
  parentPort?.postMessage({
    files: files.join(BETWEEN),
    stamps: stamps.join(BETWEEN),
    problems,
  } satisfies PackedFiles);
}
