// A name as an editor writes it becomes a file: beside the Markdown file, or below `content/media`.
import { posix } from 'node:path';
import { type GuessIndex, guessIndex, guessMedia } from './guess-media.ts';
import { type MediaFailure, mediaFailure } from './media-failure.ts';
import { mediaMessages } from './media-messages.ts';

/** All files that articles may show. */
export interface MediaIndex {
  /** The path on disk, where macOS decomposes accents, of a path in Unicode's composed form (NFC); undefined: there is no such file. */
  readonly find: (path: string) => string | undefined;
  /** The index of guesses, which the first missing file makes. */
  readonly guesses: () => GuessIndex;
}

/**
 * @param files paths below the content folder, with `/`: `articles/2014/05/port.jpg`, `media/drapeaux/chine.png`. Of two paths
 *   that Unicode holds to be the same, the first counts.
 */
export function mediaIndex(files: readonly string[]): MediaIndex {
  return indexOfFolders(filesByFolder(files), files);
}

/** The same of files that are sorted already; of a folder in which nobody looks nothing is made. */
export function indexOfFolders(folders: FilesByFolder, files: readonly string[]): MediaIndex {
  const read = new Map<string, ReadonlyMap<string, string>>();
  const pathsIn = (folder: string): ReadonlyMap<string, string> => {
    const known = read.get(folder);
    if (known) return known;
    const paths = new Map<string, string>();
    for (const place of folders.get(folder) ?? []) {
      const path = files[place]!.normalize('NFC');
      if (!paths.has(path)) paths.set(path, files[place]!);
    }
    read.set(folder, paths);
    return paths;
  };
  let guesses: GuessIndex | null = null;
  return {
    find: path => pathsIn(posix.dirname(path)).get(path),
    guesses: () => {
      guesses ??= guessIndex(files);
      return guesses;
    },
  };
}

/** By folder, in Unicode's composed form, the places of its files in their list. */
export type FilesByFolder = ReadonlyMap<string, readonly number[]>;

export function filesByFolder(files: readonly string[]): FilesByFolder {
  const folders = new Map<string, number[]>();
  // Files of one folder mostly stand together.
  let latest = '';
  let places: number[] = [];
  for (const [place, file] of files.entries()) {
    const folder = file.slice(0, file.lastIndexOf('/'));
    if (folder !== latest || places.length === 0) {
      const name = folder.normalize('NFC');
      places = folders.get(name) ?? [];
      if (places.length === 0) folders.set(name, places);
      latest = folder;
    }
    places.push(place);
  }
  return folders;
}

export interface FoundFile {
  readonly ok: true;
  readonly file: string;
  /** Paths at which it was not: a file that comes there later is meant instead. */
  readonly before: readonly string[];
}

/**
 * The file that `src` names. The search begins beside the Markdown file, or in a folder there, and goes on below `media`. A name
 * with a leading `/` is only looked up below `media`; one that begins with `media/` may be a path from the content folder.
 * Spaces, accents and capitals matter. Names from Markdown may be percent-encoded (RFC 3986, § 2.1).
 * @param from the Markdown file, below the content folder: `articles/2014/05/port.md`, `pages/a-propos.md`; `_data/authors` for a file of data, which has
 *   nothing beside it.
 * @param src as the editor writes it.
 */
export function findMedia(index: MediaIndex, from: string, src: string): FoundFile | MediaFailure {
  const folder = posix.dirname(from);
  // A file may have a percent sign in its own name.
  const spellings = [...new Set([src, decodePercents(src)])];
  if (spellings.some(leavesItsFolder))
    return mediaFailure({ rule: 'media-outside', message: mediaMessages.outside(src) });
  const before: string[] = [];
  for (const place of spellings.flatMap(name => placesOf(folder, name))) {
    const file = index.find(place);
    if (file !== undefined) return { ok: true, file, before };
    before.push(place);
  }
  const meant = spellings.at(-1)!;
  const place =
    meant.startsWith('/') || from.startsWith('_data/')
      ? mediaMessages.inMedia
      : from.startsWith('pages/')
        ? mediaMessages.besidePage
        : mediaMessages.besideArticle;
  const message = mediaMessages.missing(meant, place, advice(index, folder, meant));
  return mediaFailure({ rule: 'missing-media', message });
}

/** Where a file of that name may be, the first place first. */
function placesOf(folder: string, name: string): readonly string[] {
  // `./port.jpg`, `photos//port.jpg`
  const path = posix.normalize(name.normalize('NFC')).replace(/^\//, '');
  const places = [`media/${path}`];
  if (!name.startsWith('/')) places.unshift(`${folder.normalize('NFC')}/${path}`);
  if (path.startsWith('media/')) places.push(path);
  return places;
}

function leavesItsFolder(name: string): boolean {
  return name.split(/[/\\]/).includes('..');
}

function decodePercents(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/** The name by which the article can show the file that the editor most likely meant, or the folder of a file with that name. */
function advice(index: MediaIndex, folder: string, src: string): string {
  const file = guessMedia(index.guesses(), folder, src);
  if (file === null) return mediaMessages.add;
  const name = nameFrom(index, folder, file);
  return name === null ? mediaMessages.elsewhere(posix.dirname(file)) : mediaMessages.didYouMean(name);
}

/** The name by which an article in `folder` can show the file; null when there is none. */
function nameFrom(index: MediaIndex, folder: string, file: string): string | null {
  const names = [`${folder}/`, 'media/', 'media']
    .filter(start => file.startsWith(start))
    .map(start => file.slice(start.length));
  return names.find(name => firstAt(index, placesOf(folder, name)) === file) ?? null;
}

function firstAt(index: MediaIndex, places: readonly string[]): string | undefined {
  for (const place of places) {
    const file = index.find(place);
    if (file !== undefined) return file;
  }
  return undefined;
}
