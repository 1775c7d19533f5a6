// A name as an editor writes it becomes a file: beside the Markdown file, or below `content/media`.
import { posix } from 'node:path';
import { type GuessIndex, guessIndex, guessMedia } from './guess-media.ts';
import { type MediaFailure, mediaFailure } from './media-failure.ts';
import { mediaMessages } from './media-messages.ts';

/** All files that articles may show. */
export interface MediaIndex {
  /** From each path in Unicode's composed form (NFC) to the path on disk, where macOS decomposes accents. */
  readonly byPath: ReadonlyMap<string, string>;
  /** The index of guesses, which the first missing file makes. */
  readonly guesses: () => GuessIndex;
}

/**
 * @param files paths below the content folder, with `/`: `articles/2014/05/port.jpg`, `media/drapeaux/chine.png`. Of two paths
 *   that Unicode holds to be the same, the first counts.
 */
export function mediaIndex(files: readonly string[]): MediaIndex {
  const byPath = new Map<string, string>();
  for (const file of files) {
    const path = file.normalize('NFC');
    if (!byPath.has(path)) byPath.set(path, file);
  }
  let guesses: GuessIndex | null = null;
  return {
    byPath,
    guesses: () => {
      guesses ??= guessIndex(files);
      return guesses;
    },
  };
}

/**
 * The file that `src` names. The search begins beside the Markdown file, or in a folder there, and goes on below `media`. A name
 * with a leading `/` is only looked up below `media`; one that begins with `media/` may be a path from the content folder.
 * Spaces, accents and capitals matter. Names from Markdown may be percent-encoded (RFC 3986, § 2.1).
 * @param from the Markdown file, below the content folder: `articles/2014/05/port.md`, `pages/a-propos.md`; `_data/authors` for a file of data, which has
 *   nothing beside it.
 * @param src as the editor writes it.
 */
export function findMedia(
  index: MediaIndex,
  from: string,
  src: string,
): { readonly ok: true; readonly file: string } | MediaFailure {
  const folder = posix.dirname(from);
  // A file may have a percent sign in its own name.
  const spellings = [...new Set([src, decodePercents(src)])];
  if (spellings.some(leavesItsFolder))
    return mediaFailure({ rule: 'media-outside', message: mediaMessages.outside(src) });
  for (const name of spellings) {
    const file = lookUp(index, folder, name);
    if (file !== null) return { ok: true, file };
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

function lookUp({ byPath }: MediaIndex, folder: string, name: string): string | null {
  // `./port.jpg`, `photos//port.jpg`
  const path = posix.normalize(name.normalize('NFC')).replace(/^\//, '');
  const places = [`media/${path}`];
  if (!name.startsWith('/')) places.unshift(`${folder}/${path}`);
  if (path.startsWith('media/')) places.push(path);
  const found = places.find(place => byPath.has(place));
  return found === undefined ? null : byPath.get(found)!;
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
  return names.find(name => lookUp(index, folder, name) === file) ?? null;
}
