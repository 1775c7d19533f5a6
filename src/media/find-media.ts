// A file's name as an editor writes it to the file that is meant: beside the Markdown file, or below `content/media`.
import { posix } from 'node:path';
import { type GuessIndex, guessIndex, guessMedia } from './guess-media.ts';
import { mediaMessages } from './media-messages.ts';
import { type MediaFailure, mistaken } from './media-mistake.ts';

/** All files that articles may show. */
export interface MediaIndex {
  /** Each file's path as it is on disk, by the same in Unicode's composed form (NFC): macOS decomposes accents. */
  readonly byPath: ReadonlyMap<string, string>;
  /** Only made for the first name that is not found. */
  readonly guesses: () => GuessIndex;
}

/**
 * @param files paths below the content folder, with `/`: `articles/2014/05/port.jpg`, `media/drapeaux/chine.png`. Of two that
 *   are the same to Unicode, the first counts.
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
 * Which file is meant by `src`. A name is looked for beside the Markdown file or in a folder there, then below `media`; with a
 * leading `/`, or when it begins with `media/`, below `media`. Spaces, accents and capitals are letters like others. Names
 * from Markdown may be percent-encoded (RFC 3986, § 2.1).
 * @param from the Markdown file, below the content folder: `articles/2014/05/port.md`, `pages/a-propos.md`.
 * @param src as the editor writes it.
 */
export function findMedia(
  index: MediaIndex,
  from: string,
  src: string,
): { readonly ok: true; readonly file: string } | MediaFailure {
  const folder = posix.dirname(from);
  // A file may have a percent sign in its own name.
  const spellings = [...new Set([src, percentDecoded(src)])];
  if (spellings.some(leavesItsFolder))
    return mistaken({ rule: 'media-outside', message: mediaMessages.outside(src) });
  for (const name of spellings) {
    const file = lookUp(index, folder, name);
    if (file !== null) return { ok: true, file };
  }
  const meant = spellings.at(-1)!;
  const place = meant.startsWith('/')
    ? mediaMessages.inMedia
    : from.startsWith('pages/')
      ? mediaMessages.besidePage
      : mediaMessages.besideArticle;
  const message = mediaMessages.missing(meant, place, advice(index, folder, meant));
  return mistaken({ rule: 'missing-media', message });
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

function percentDecoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/** How the file that was most likely meant is named here; or where there is one of that name. */
function advice(index: MediaIndex, folder: string, src: string): string {
  const file = guessMedia(index.guesses(), folder, src);
  if (file === null) return mediaMessages.add;
  const name = nameFrom(index, folder, file);
  return name === null ? mediaMessages.elsewhere(posix.dirname(file)) : mediaMessages.didYouMean(name);
}

/** How a file is named from an article in `folder`; null: it can't be. */
function nameFrom(index: MediaIndex, folder: string, file: string): string | null {
  const names = [`${folder}/`, 'media/', 'media']
    .filter(start => file.startsWith(start))
    .map(start => file.slice(start.length));
  return names.find(name => lookUp(index, folder, name) === file) ?? null;
}
