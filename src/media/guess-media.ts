// A file's name that is not found to the file that was most likely meant.
import { posix } from 'node:path';
import { closestWord } from '../source/closest-word.ts';
import { endingOf, mediaKindOf } from './media-kinds.ts';

/** All files, by what is left of their names when they are misremembered. Files stand in the order in which they came. */
export interface GuessIndex {
  /** By the name without folder and ending, in small letters without accents. */
  readonly byStem: ReadonlyMap<string, readonly string[]>;
  readonly byFolder: ReadonlyMap<string, readonly string[]>;
}

/** Comparing a name with all files of a full folder would cost seconds in an archive with many mistakes. */
const MOST_COMPARED = 1_000;

export function guessIndex(files: readonly string[]): GuessIndex {
  return {
    byStem: Map.groupBy(files, file => stemOf(file)),
    byFolder: Map.groupBy(files, file => posix.dirname(file)),
  };
}

/**
 * First a file of the same name but for folder, capitals, accents or ending, within reach of `folder`; then one within reach
 * whose name is near; then one of the same name anywhere. Never one of another kind of media. null: none.
 */
export function guessMedia(index: GuessIndex, folder: string, src: string): string | null {
  const kind = mediaKindOf(src);
  const isOfKind = (file: string) => kind === null || mediaKindOf(file) === kind;
  // Paths of Windows have the other slash.
  const plain = src.replaceAll('\\', '/');
  const sameName = (index.byStem.get(stemOf(plain)) ?? []).filter(isOfKind);
  const inReach = sameName.filter(file => file.startsWith(`${folder}/`) || file.startsWith('media/'));
  return (
    bestOf(inReach, folder, plain) ??
    nearName(index, folder, plain, isOfKind) ??
    sameName.find(file => bare(posix.basename(file)) === bare(posix.basename(plain))) ??
    null
  );
}

/** The same ending before another one, beside the article before elsewhere. */
function bestOf(files: readonly string[], folder: string, src: string): string | null {
  const rank = (file: string) =>
    (endingOf(file) === endingOf(src) ? 0 : 2) + (file.startsWith(`${folder}/`) ? 0 : 1);
  return [...files].sort((a, b) => rank(a) - rank(b))[0] ?? null;
}

function nearName(
  { byFolder }: GuessIndex,
  folder: string,
  src: string,
  isOfKind: (file: string) => boolean,
): string | null {
  const below = posix.dirname(src);
  const folders = new Set([posix.join(folder, below), folder, posix.join('media', below), 'media']);
  const files = [...folders].flatMap(each => byFolder.get(each) ?? []).filter(isOfKind);
  // Endings, alike in most, would make any two short names near.
  const stems = files.slice(0, MOST_COMPARED).map(stemOf);
  const near = closestWord(stemOf(src), stems);
  return near === null ? null : files[stems.indexOf(near)]!;
}

function stemOf(path: string): string {
  const name = posix.basename(path);
  return bare(name.slice(0, name.length - endingOf(name).length));
}

function bare(name: string): string {
  return name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
