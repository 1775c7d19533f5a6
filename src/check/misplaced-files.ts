// What lies in the content folder beside the folders that are read becomes warnings: better said than silently left out.
import { extname } from 'node:path/posix';
import { problemMessages } from '../locale/problem-messages.ts';
import { mediaKindOf } from '../media/media-kinds.ts';
import type { Problem } from '../problem/problem.ts';
import { wholeFile } from '../problem/whole-file.ts';
import { closestWord } from '../source/closest-word.ts';
import { isMistakenForArticle } from './file-extension.ts';

/** Below the content folder: all that is read. */
export const CONTENT_FOLDERS = ['articles', 'comments', 'media', 'pages'] as const;

const READ: ReadonlySet<string> = new Set(CONTENT_FOLDERS);

/** Whether a folder beside these is looked into. `_` before a name keeps it for something else. */
export function isReadOrKept(folder: string): boolean {
  return READ.has(folder) || folder.startsWith('_');
}

/** A file that lies directly in the content folder. */
export function checkFileOutside(name: string): Problem | null {
  return isForReaders(name) ? wholeFile(name, 'misplaced-file', problemMessages.fileOutside(name)) : null;
}

/**
 * A folder beside those that are read.
 * @param files below it, in the order in which one is to be named: `2014/port.md`.
 */
export function checkFolderOutside(folder: string, files: Iterable<string>): Problem | null {
  const meant = folderMeant(folder);
  for (const file of files)
    if (meant !== null || isForReaders(file)) {
      const hint = meant === null ? '' : problemMessages.didYouMean(meant);
      const message = problemMessages.folderOutside(folder, `${folder}/${file}`, hint);
      return wholeFile(folder, 'misplaced-file', message);
    }
  return null;
}

/** Words that mean one of them, or are like another one by chance. */
const OTHER_NAMES: ReadonlyMap<string, (typeof CONTENT_FOLDERS)[number]> = new Map([
  ...['posts', 'textes', 'actualites'].map(name => [name, 'articles'] as const),
  ...['images', 'photos', 'videos', 'sons', 'fichiers'].map(name => [name, 'media'] as const),
  ['commentaires', 'comments'],
]);

/** Of these a folder's name may be another spelling; null: of none. */
export function folderMeant(folder: string): string | null {
  const plain = folder.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return OTHER_NAMES.get(plain) ?? closestWord(folder, CONTENT_FOLDERS);
}

/** An article, a photograph, a film, a sound. Texts and documents may be the newsroom's own. */
function isForReaders(file: string): boolean {
  const kind = mediaKindOf(file);
  return (
    kind === 'photograph' ||
    kind === 'video' ||
    kind === 'audio' ||
    isMistakenForArticle(extname(file).toLowerCase())
  );
}
