// A name that no file has becomes the file that the editor most likely meant.
import { posix } from 'node:path';
import { closestWord } from '../source/closest-word.ts';
import { endingOf, mediaKindOf } from './media-kinds.ts';

/** All files by the parts of their names that editors remember. Lists keep the order of the files. */
export interface GuessIndex {
  /** By the name without folder and ending, in lower case and without accents. */
  readonly byStem: ReadonlyMap<string, readonly string[]>;
  readonly byFolder: ReadonlyMap<string, readonly string[]>;
}

/** Files with which a name is compared: with all of a full folder, an archive with many mistakes would take seconds. */
const MOST_COMPARED = 1_000;

export function guessIndex(files: readonly string[]): GuessIndex {
  return {
    byStem: Map.groupBy(files, file => stemOf(file)),
    byFolder: Map.groupBy(files, file => posix.dirname(file)),
  };
}

/**
 * The best guess, which is of the same kind of media; null when there is none. In this order:
 * 1. a file that articles in `folder` can show, and whose name differs only in folder, capitals, accents or ending;
 * 2. a file that they can show, with a similar name;
 * 3. a file of the same name in any folder.
 */
export function guessMedia(index: GuessIndex, folder: string, src: string): string | null {
  const kind = mediaKindOf(src);
  const isOfKind = (file: string) => kind === null || mediaKindOf(file) === kind;
  // Windows writes paths with backslashes.
  const plain = src.replaceAll('\\', '/');
  const sameName = (index.byStem.get(stemOf(plain)) ?? []).filter(isOfKind);
  const inReach = sameName.filter(file => file.startsWith(`${folder}/`) || file.startsWith('media/'));
  return (
    bestOf(inReach, folder, plain) ??
    similarName(index, folder, plain, isOfKind) ??
    sameName.find(file => foldLetters(posix.basename(file)) === foldLetters(posix.basename(plain))) ??
    null
  );
}

/** A file with the same ending comes first, then a file beside the article. */
function bestOf(files: readonly string[], folder: string, src: string): string | null {
  const rank = (file: string) =>
    (endingOf(file) === endingOf(src) ? 0 : 2) + (file.startsWith(`${folder}/`) ? 0 : 1);
  return [...files].sort((a, b) => rank(a) - rank(b))[0] ?? null;
}

function similarName(
  { byFolder }: GuessIndex,
  folder: string,
  src: string,
  isOfKind: (file: string) => boolean,
): string | null {
  const below = posix.dirname(src);
  const folders = new Set([posix.join(folder, below), folder, posix.join('media', below), 'media']);
  const files = [...folders].flatMap(each => byFolder.get(each) ?? []).filter(isOfKind);
  // With their endings any two short names would be similar.
  const stems = files.slice(0, MOST_COMPARED).map(stemOf);
  const near = closestWord(stemOf(src), stems);
  return near === null ? null : files[stems.indexOf(near)]!;
}

function stemOf(path: string): string {
  const name = posix.basename(path);
  return foldLetters(name.slice(0, name.length - endingOf(name).length));
}

/** In lower case and without accents. */
function foldLetters(name: string): string {
  return name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
