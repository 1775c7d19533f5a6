// An article that goes to another folder, and the files that lie beside it, to where these go, or why they can't.
import { posix } from 'node:path';
import type { MediaReference } from '../../article/article-media.ts';
import { moveWords } from '../../locale/move-words.ts';
import { findMedia, type MediaIndex, mediaIndex } from '../../media/find-media.ts';
import { shownFile } from '../reading/read-content.ts';
import { isThere } from './find-article.ts';
import type { Namer } from './namers.ts';

export interface MovedFile {
  /** Below the content folder. */
  readonly from: string;
  readonly to: string;
}

export interface MovedMedia extends MovedFile {
  /** An article that stays and shows the file, too; null: there is none. */
  readonly sharedWith: string | null;
}

/** Where an article is and goes to, below the content folder. */
export interface MovedArticle extends MovedFile {
  readonly media: readonly MediaReference[];
}

type Outcome =
  | { readonly ok: true; readonly moved: readonly MovedMedia[] }
  | { readonly ok: false; readonly refusal: string };

/**
 * A file goes with its article; one that others show goes below `media`, where all find it by the same name.
 * @param files all photographs, recordings and documents, below the content folder.
 * @param neighbours all other articles that may show a file beside the article, at its old place or at its new one.
 */
export function moveMedia(
  article: MovedArticle,
  files: readonly string[],
  neighbours: readonly Namer[],
  contentDir: string,
): Outcome {
  const [oldFolder, newFolder] = [posix.dirname(article.from), posix.dirname(article.to)];
  if (oldFolder === newFolder) return { ok: true, moved: [] };
  const before = mediaIndex(files);
  const shownBy = (file: string, media: readonly MediaReference[]): ReadonlyMap<string, string> =>
    filesShown(before, file, media);
  const others = neighbours.map(({ file, media }) => ({ file, shown: shownBy(file, media ?? []) }));
  const own = shownBy(article.from, article.media);
  const moved = [...new Set(own.values())]
    .filter(file => file.startsWith(`${oldFolder}/`))
    .map((from): MovedMedia => {
      const name = from.slice(oldFolder.length + 1);
      const sharer = others.find(each => [...each.shown.values()].includes(from));
      return sharer === undefined
        ? { from, to: `${newFolder}/${name}`, sharedWith: null }
        : { from, to: `media/${name}`, sharedWith: sharer.file };
    });
  const shown = (file: string): string => shownFile(file, contentDir);
  const refuse = (refusal: string): Outcome => ({ ok: false, refusal });
  for (const { from, to } of moved)
    if (isThere(contentDir, to)) return refuse(moveWords.taken(shown(from), shown(to)));
  const unread = neighbours.find(
    ({ bytes, media, article }) =>
      article === null && media === null && moved.some(({ from }) => mentions(bytes, posix.basename(from))),
  );
  if (unread) return refuse(moveWords.faultyNeighbour(shown(unread.file)));
  const after = mediaIndex(movedFiles(files, moved));
  const places = new Map(moved.map(({ from, to }) => [from, to]));
  const confused = [{ file: article.to, shown: own }, ...others].find(each =>
    [...each.shown].some(([src, was]) => {
      const now = findMedia(after, each.file, src);
      return !now.ok || now.file !== (places.get(was) ?? was);
    }),
  );
  return confused ? refuse(moveWords.confused(shown(confused.file))) : { ok: true, moved };
}

/** By their names in the article; those that are missing are left out. */
function filesShown(
  index: MediaIndex,
  file: string,
  media: readonly MediaReference[],
): ReadonlyMap<string, string> {
  const shown = new Map<string, string>();
  for (const { role, src } of media) {
    const found = role === 'page' ? null : findMedia(index, file, src);
    if (found?.ok) shown.set(src, found.file);
  }
  return shown;
}

function movedFiles(files: readonly string[], moved: readonly MovedMedia[]): readonly string[] {
  const places = new Map(moved.map(({ from, to }) => [from, to]));
  return files.map(file => places.get(file) ?? file);
}

function mentions(bytes: Uint8Array, name: string): boolean {
  const text = new TextDecoder().decode(bytes).normalize('NFC');
  return [name.normalize('NFC'), encodeURI(name.normalize('NFC'))].some(each => text.includes(each));
}
