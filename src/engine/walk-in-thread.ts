// The walk over the content folder, or else the look at the site's, and the hashes of our own code, in a thread of their own, while this one is still loading the engine.
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { once } from '../cache/once.ts';
import { workingTree } from '../content/working-tree.ts';
import { type FoldersLook, lookAtFolders } from './output/folder-stamps.ts';
import { type CodeFingerprints, codeFingerprints } from './plan/code-fingerprints.ts';
import { type FoundComments, type FoundFiles, walkContent } from './reading/walk-content.ts';

/** Lists go as one text each: a thread's copy of 100,000 texts costs more than the walk. No file name holds a NUL. */
const BETWEEN = '\0';
/** Between the names of one folder. */
const BETWEEN_NAMES = '/';

interface PackedFiles {
  readonly files: string;
  readonly marks: string;
  /** Few. */
  readonly shelves: FoundFiles['shelves'];
  readonly comments: { readonly folders: string; readonly names: string; readonly marks: string };
  readonly media: { readonly files: string; readonly marks: string };
  readonly problems: FoundFiles['problems'];
  readonly warnings: FoundFiles['warnings'];
}

export interface WalkedFolders {
  /** null: of a commit there is nothing to walk over. */
  readonly contentDir: string | null;
  readonly outputDir: string;
  readonly cacheDir: string;
}

export interface Walks {
  /** What `walkContent` gives; missing: there is nothing to walk over. */
  readonly walking?: Promise<FoundFiles>;
  /** What `lookAtFolders` gives. While the thread walks, whoever asks first looks: this thread has to wait for the walk in any case. */
  readonly look: () => Promise<FoldersLook | null> | FoldersLook | null;
  /** What `codeFingerprints` gives. */
  readonly hashing: Promise<CodeFingerprints>;
}

export function walkInThread(folders: WalkedFolders): Walks {
  const walking = Promise.withResolvers<FoundFiles>();
  const looking = Promise.withResolvers<FoldersLook | null>();
  const hashing = Promise.withResolvers<CodeFingerprints>();
  const all = [walking, looking, hashing];
  // A build that stops for what was found in the content does not wait for the others, nor one that stops before.
  for (const { promise } of all) promise.catch(() => {});
  const worker = new Worker(new URL(import.meta.url), { workerData: { walk: folders } });
  worker.on('message', ({ code, found, look }: Message) => {
    if (code !== undefined) hashing.resolve(code);
    if (found !== undefined) walking.resolve(unpack(found));
    if (look !== undefined) looking.resolve(look);
  });
  worker.once('error', error => {
    for (const { reject } of all) reject(error);
  });
  return {
    ...(folders.contentDir !== null && { walking: walking.promise }),
    look: folders.contentDir === null ? () => looking.promise : once(() => lookAtFolders(folders)),
    hashing: hashing.promise,
  };
}

/** One of them. */
interface Message {
  readonly code?: CodeFingerprints;
  readonly found?: PackedFiles;
  readonly look?: FoldersLook | null;
}

function pack({ files, marks, shelves, comments, media, problems, warnings }: FoundFiles): PackedFiles {
  return {
    files: files.join(BETWEEN),
    marks: marks.join(BETWEEN),
    shelves,
    comments: {
      folders: comments.map(({ folder }) => folder).join(BETWEEN),
      names: comments.map(({ names }) => names.join(BETWEEN_NAMES)).join(BETWEEN),
      marks: comments.map(({ mark }) => mark).join(BETWEEN),
    },
    media: { files: media.files.join(BETWEEN), marks: media.marks.join(BETWEEN) },
    problems,
    warnings,
  };
}

function unpack({ files, marks, shelves, comments, media, problems, warnings }: PackedFiles): FoundFiles {
  // No file at all leaves one empty text in every list.
  return {
    ...unpackFiles({ files, marks }),
    shelves,
    comments: comments.folders === '' ? [] : unpackComments(comments),
    media: unpackFiles(media),
    problems,
    warnings,
  };
}

function unpackFiles({ files, marks }: PackedFiles['media']): FoundFiles['media'] {
  return {
    files: files === '' ? [] : files.split(BETWEEN),
    marks: files === '' ? [] : marks.split(BETWEEN),
  };
}

function unpackComments({ folders, names, marks }: PackedFiles['comments']): readonly FoundComments[] {
  const namesOf = names.split(BETWEEN);
  const markOf = marks.split(BETWEEN);
  return folders.split(BETWEEN).map((folder, place) => ({
    folder,
    names: namesOf[place]!.split(BETWEEN_NAMES),
    mark: markOf[place]!,
  }));
}

const wanted = (workerData as { readonly walk?: WalkedFolders } | null)?.walk;
if (!isMainThread && wanted !== undefined) {
  // It is needed first.
  parentPort?.postMessage({ code: codeFingerprints() } satisfies Message);
  parentPort?.postMessage(
    (wanted.contentDir === null
      ? { look: lookAtFolders(wanted) }
      : { found: pack(walkContent(workingTree(wanted.contentDir))) }) satisfies Message,
  );
}
