// The files that articles and pages name, found and looked at: what is known of each, and each mistake where a file is named.
import type { FoundMedia, MediaReference, MediaRole } from '../../article/article-media.ts';
import type { EntryProblem } from '../../check/entry-problem.ts';
import type { ContentSource } from '../../content/content-source.ts';
import { findMedia } from '../../media/find-media.ts';
import type { MediaFacts } from '../../media/media-facts.ts';
import { type MediaKind, mediaKindMistake } from '../../media/media-kinds.ts';
import type { Mistake } from '../../problem/problem.ts';
import { inParallel } from '../threads/in-parallel.ts';
import type { ContentIds } from './content-ids.ts';
import { folderOfFile, type MediaFolders } from './media-folders.ts';
import { missingEnding } from './missing-ending.ts';
import type { FileToLookAt, ReadMediaFile } from './read-media-file.ts';
import type { ReadingMemory } from './reading-memory.ts';

/** A Markdown file and all that it names, with where. */
export interface MediaNamer {
  /** Below the content folder: `articles/2014/05/port.md`. */
  readonly file: string;
  readonly references: readonly MediaReference[];
}

/** What some Markdown files name, found, before a look at any of it. */
export interface NamedMedia {
  readonly named: readonly {
    readonly namer: MediaNamer;
    readonly reference: MediaReference;
    readonly file: string;
    readonly kind: MediaKind;
  }[];
  readonly mistakes: readonly EntryProblem[];
  /** The folders of these files, and those in which each would be meant instead, if it were there. */
  readonly folders: ReadonlySet<string>;
}

export interface ReadMedia {
  /** By the Markdown file that names them, in the order in which it does; of faulty ones those that were found. */
  readonly found: ReadonlyMap<string, readonly FoundMedia[]>;
  readonly mistakes: readonly EntryProblem[];
  /** Photographs that had to be decoded, since nothing was remembered of them. */
  readonly decoded: number;
}

export interface MediaSettings {
  readonly source: ContentSource;
  readonly cacheDir: string;
  /** How many files are looked at at the same time. */
  readonly workers: number;
  readonly onProgress: (done: number, total: number) => void;
}

/** null: the file of another page, which `read-links.ts` finds. */
const KIND_OF_ROLE: Readonly<Record<MediaRole, MediaKind | null>> = {
  image: 'photograph',
  gallery: 'photograph',
  body: 'photograph',
  poster: 'photograph',
  video: 'video',
  audio: 'audio',
  captions: 'captions',
  transcript: 'transcript',
  document: 'document',
  page: null,
};

export function findNamed(
  namers: readonly MediaNamer[],
  { index }: Pick<MediaFolders, 'index'>,
  source: ContentSource,
): NamedMedia {
  const mistakes: EntryProblem[] = [];
  const named: NamedMedia['named'][number][] = [];
  const folders = new Set<string>();
  for (const namer of namers) {
    for (const reference of namer.references) {
      const kind = KIND_OF_ROLE[reference.role];
      if (kind === null) continue;
      const mistake =
        mediaKindMistake(reference.src, kind) ??
        (kind === 'photograph' ? missingEnding(source, namer.file, reference.src) : null);
      const search =
        mistake === null ? findMedia(index, namer.file, reference.src) : { ok: false as const, mistake };
      if (!search.ok) mistakes.push(mistakeAt(namer, reference, search.mistake));
      else {
        const { file, before } = search;
        named.push({ namer, reference, file, kind });
        for (const path of [file, ...before]) folders.add(folderOfFile(path));
      }
    }
  }
  return { named, mistakes, folders };
}

/** Looks at what changed since the memory (all, without one) and tells the memory. Without one nothing is written anywhere. */
export async function readMedia(
  parts: readonly NamedMedia[],
  folders: Pick<MediaFolders, 'markOf'>,
  settings: MediaSettings,
  memory: ReadingMemory | null,
  ids: ContentIds,
): Promise<ReadMedia> {
  const kinds = new Map<string, MediaKind>();
  for (const { named } of parts) for (const { file, kind } of named) kinds.set(file, kind);
  const read = await readFiles(kinds, folders, settings, memory, ids);
  const mistakes = parts.flatMap(({ mistakes }) => mistakes);
  const found = new Map<string, FoundMedia[]>();
  for (const { named } of parts)
    for (const { namer, reference, file } of named) {
      const facts = read.facts.get(file);
      const mistake = read.mistakes.get(file);
      if (mistake) mistakes.push(mistakeAt(namer, reference, mistake));
      if (!facts) continue;
      const ofNamer = found.get(namer.file);
      if (ofNamer) ofNamer.push({ ...reference, file, facts });
      else found.set(namer.file, [{ ...reference, file, facts }]);
    }
  return { found, mistakes, decoded: read.decoded };
}

function mistakeAt({ file }: MediaNamer, { path, src }: MediaReference, mistake: Mistake): EntryProblem {
  return { entry: { file }, path, ...(path.length === 0 && { bodyAddress: src }), ...mistake };
}

interface ReadFiles {
  readonly facts: ReadonlyMap<string, MediaFacts>;
  readonly mistakes: ReadonlyMap<string, Mistake>;
  readonly decoded: number;
}

type Look = (file: FileToLookAt, kind: MediaKind) => Promise<ReadMediaFile>;

async function readFiles(
  kinds: ReadonlyMap<string, MediaKind>,
  { markOf }: Pick<MediaFolders, 'markOf'>,
  { source, cacheDir, workers, onProgress }: MediaSettings,
  memory: ReadingMemory | null,
  ids: ContentIds,
): Promise<ReadFiles> {
  const facts = new Map<string, MediaFacts>();
  const mistakes = new Map<string, Mistake>();
  const unknown: string[] = [];
  const jobs: ((look: Look) => Promise<void>)[] = [];
  let decoded = 0;
  let done = 0;
  for (const [file, kind] of kinds) {
    const mark = markOf(file);
    const known = memory?.media.get(file);
    if (known && ids.isStill(file, mark, known.id)) {
      facts.set(file, known.facts);
      continue;
    }
    unknown.push(file);
    jobs.push(async look => {
      const read = await look({ file, id: ids.idOf(mark), known: known ?? null }, kind);
      if (read.decoded) decoded++;
      if (read.ok) {
        facts.set(file, read.facts);
        if (read.id !== known?.id) memory?.media.put(file, { id: read.id, facts: read.facts });
        ids.learn(file, mark, read.id);
      } else {
        mistakes.set(file, read.mistake);
        memory?.media.drop(file);
      }
      onProgress(++done, jobs.length);
    });
  }
  if (jobs.length > 0) {
    // Most builds look at no photograph, and need none of the code that does.
    const { readMediaFile } = await import('./read-media-file.ts');
    const { startDrawingReader } = await import('../../images/drawing-reader.ts');
    const drawings = startDrawingReader();
    const settings = { source, cacheDir, keep: memory !== null, drawings };
    source.prefetchWhole(unknown);
    try {
      await inParallel(
        jobs.map(job => () => job((file, kind) => readMediaFile(file, kind, settings))),
        workers,
      );
    } finally {
      drawings.close();
    }
  }
  return { facts, mistakes, decoded };
}
