// Photographs and recordings as they were found to folders of them, each against what is remembered of it: in most of them nothing changed.
import { posix } from 'node:path';
import { filesByFolder, indexOfFolders, type MediaIndex } from '../../media/find-media.ts';
import { type ContentIds, sortedShelfId } from './content-ids.ts';
import type { FolderOfFiles, ReadingMemory } from './reading-memory.ts';
import type { FoundFiles } from './walk-content.ts';

export interface MediaFolders {
  readonly index: MediaIndex;
  /** The folders that hold files. */
  readonly names: readonly string[];
  /** Whether a folder has the same files as it had, whose bytes are the same; or none, as before. */
  isSame(folder: string): boolean;
  /** The files in a folder, in no order. */
  filesIn(folder: string): readonly string[];
  /** Of a file that was found. */
  markOf(file: string): string;
}

export function mediaFolders(
  { files, marks }: FoundFiles['media'],
  memory: Pick<ReadingMemory, 'foldersOfFiles'> | null,
  ids: ContentIds,
): MediaFolders {
  const folders = filesByFolder(files);
  const placesIn = (folder: string): readonly number[] => folders.get(folder) ?? [];
  const namesAt = (places: readonly number[]): readonly string[] =>
    places.map(place => nameOf(files[place]!));
  const marksAt = (places: readonly number[]): readonly string[] => places.map(place => marks[place]!);
  const isSame = (folder: string): boolean => {
    const known = memory?.foldersOfFiles.get(folder);
    const places = placesIn(folder);
    if (known === undefined) return places.length === 0;
    return ids.isStill(
      stampKey(folder),
      idOfFolder(namesAt(places), marksAt(places), known.unused),
      known.id,
    );
  };
  const known = new Map<string, boolean>();
  const markOfFiles = new Map<string, ReadonlyMap<string, string>>();
  return {
    index: indexOfFolders(folders, files),
    names: [...folders.keys()],
    isSame(folder) {
      const before = known.get(folder) ?? isSame(folder);
      known.set(folder, before);
      return before;
    },
    filesIn: folder => placesIn(folder).map(place => files[place]!),
    markOf(file) {
      const folder = folderOfFile(file);
      const ofFolder =
        markOfFiles.get(folder) ??
        new Map(placesIn(folder).map(place => [files[place]!, marks[place]!] as const));
      markOfFiles.set(folder, ofFolder);
      return ofFolder.get(file)!;
    },
  };
}

/** As the keys of folders are. */
export function folderOfFile(file: string): string {
  return posix.dirname(file).normalize('NFC');
}

/** Under which a folder of files is remembered on this machine: a shelf of articles may have the same path. */
export function stampKey(folder: string): string {
  return `${folder}/`;
}

/**
 * Of the names of files and their ids, or their marks: the bytes of those that nobody names tell nothing. '' where one of the others may still be changing.
 * @param unused names of those that nobody names.
 */
function idOfFolder(names: readonly string[], ids: readonly string[], unused: readonly string[]): string {
  if (unused.length === 0) return sortedShelfId(names, ids);
  const isUnused = new Set(unused);
  return sortedShelfId(
    names,
    ids.map((id, place) => (isUnused.has(names[place]!) ? UNNAMED : id)),
  );
}

/** Instead of an id. */
const UNNAMED = '-';

/** Within its folder; the whole path where that is written in another of Unicode's forms: both spellings are one folder here, and on disk may be two. */
export function nameOf(file: string): string {
  const end = file.lastIndexOf('/');
  const folder = file.slice(0, end);
  return folder === folder.normalize('NFC') ? file.slice(end + 1) : file;
}

/** Remembers a folder as it is. @param ofPages those of its files that pages and data name. */
export function rememberFolder(
  folder: string,
  named: ReadonlySet<string>,
  ofPages: ReadonlySet<string>,
  folders: MediaFolders,
  memory: Pick<ReadingMemory, 'foldersOfFiles' | 'media'>,
  ids: ContentIds,
): void {
  const files = folders.filesIn(folder);
  for (const file of [...memory.media.filesIn(folder)]) if (!named.has(file)) memory.media.drop(file);
  if (files.length === 0) {
    memory.foldersOfFiles.drop(folder);
    return;
  }
  const names = files.map(nameOf);
  const unused = names.filter((_, place) => !named.has(files[place]!)).sort();
  // Of a file that nobody can read nothing is remembered.
  const known = files.map(file => (named.has(file) ? (memory.media.get(file)?.id ?? '') : UNNAMED));
  const row: FolderOfFiles = {
    id: idOfFolder(names, known, unused),
    unused,
    ofPages: names.filter((_, place) => ofPages.has(files[place]!)).sort(),
  };
  if (JSON.stringify(memory.foldersOfFiles.get(folder)) !== JSON.stringify(row))
    memory.foldersOfFiles.put(folder, row);
  const mark = idOfFolder(names, files.map(folders.markOf), unused);
  if (row.id !== '') ids.learn(stampKey(folder), mark, row.id);
}
