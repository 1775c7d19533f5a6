// An article that goes to another folder, and the files that lie beside it, to where these go, or why they can't.
import { posix } from 'node:path';
import type { MediaReference } from '../../article/article-media.ts';
import { moveWords } from '../../locale/move-words.ts';
import { findMedia, type MediaIndex, mediaIndex } from '../../media/find-media.ts';
import { shownFile } from '../reading/read-content.ts';
import { isThere } from './find-article.ts';
import type { Namer } from './namers.ts';
import { type Refused, refuse } from './refused.ts';

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

type Outcome = { readonly ok: true; readonly moved: readonly MovedMedia[] } | Refused;

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
  if (posix.dirname(article.from) === posix.dirname(article.to)) return { ok: true, moved: [] };
  const before = mediaIndex(files);
  const own = filesShown(before, article.from, article.media);
  const others = neighbours.map(({ file, media }) => ({
    file,
    shown: filesShown(before, file, media ?? []),
  }));
  const moved = placesOf(article, own, others);
  const shown = (file: string): string => shownFile(file, contentDir);
  const blocked = moved.find(({ to }) => isThere(contentDir, to));
  if (blocked) return refuse(moveWords.taken(shown(blocked.from), shown(blocked.to)));
  const unread = neighbours.find(each => mayShow(each, moved));
  if (unread) return refuse(moveWords.faultyNeighbour(shown(unread.file)));
  const confused = findConfused([{ file: article.to, shown: own }, ...others], files, moved);
  return confused ? refuse(moveWords.confused(shown(confused))) : { ok: true, moved };
}

/** The files that an article shows, by their names in it. */
interface Shower {
  readonly file: string;
  readonly shown: ReadonlyMap<string, string>;
}

function placesOf(
  { from, to }: MovedFile,
  own: Shower['shown'],
  others: readonly Shower[],
): readonly MovedMedia[] {
  const folder = posix.dirname(from);
  return [...new Set(own.values())]
    .filter(file => file.startsWith(`${folder}/`))
    .map((file): MovedMedia => {
      const name = file.slice(folder.length + 1);
      const sharer = others.find(({ shown }) => [...shown.values()].includes(file));
      return sharer === undefined
        ? { from: file, to: `${posix.dirname(to)}/${name}`, sharedWith: null }
        : { from: file, to: `media/${name}`, sharedWith: sharer.file };
    });
}

/** Whether an article whose faults hide what it shows mentions one of these. */
function mayShow({ bytes, media, article }: Namer, moved: readonly MovedMedia[]): boolean {
  return (
    article === null && media === null && moved.some(({ from }) => mentions(bytes, posix.basename(from)))
  );
}

/** An article in which a name would mean another file than before, or none. */
function findConfused(
  articles: readonly Shower[],
  files: readonly string[],
  moved: readonly MovedMedia[],
): string | undefined {
  const places = new Map(moved.map(({ from, to }) => [from, to]));
  const placeOf = (file: string): string => places.get(file) ?? file;
  const after = mediaIndex(files.map(placeOf));
  const confused = articles.find(({ file, shown }) =>
    [...shown].some(([src, was]) => {
      const now = findMedia(after, file, src);
      return !now.ok || now.file !== placeOf(was);
    }),
  );
  return confused?.file;
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

function mentions(bytes: Uint8Array, name: string): boolean {
  const text = new TextDecoder().decode(bytes).normalize('NFC');
  return [name.normalize('NFC'), encodeURI(name.normalize('NFC'))].some(each => text.includes(each));
}
