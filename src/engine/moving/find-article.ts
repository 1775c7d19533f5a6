// What somebody types for the file of an article becomes that file, or why it is none.
import { existsSync, realpathSync, statSync } from 'node:fs';
import { join, posix, relative, resolve } from 'node:path';
import { moveWords } from '../../locale/move-words.ts';
import { closestWord } from '../../source/closest-word.ts';
import { shownFile } from '../reading/read-content.ts';
import { type Refused, refuse } from './refused.ts';

/** Files of the same name that are proposed. */
const MOST_PROPOSED = 3;

/**
 * @param files of all articles, below the content folder.
 * @returns the file below the content folder, `articles/2014/05/port.md`, or in French why there is none.
 */
export function findArticle(
  typed: string,
  contentDir: string,
  files: readonly string[],
): { readonly ok: true; readonly file: string } | Refused {
  const path = pathBelow(contentDir, typed);
  const composed = path.normalize('NFC');
  const file = files.find(each => each === path) ?? files.find(each => each.normalize('NFC') === composed);
  if (file !== undefined) return { ok: true, file };
  return refuse(whyNone(typed, path, contentDir, files));
}

function whyNone(typed: string, path: string, contentDir: string, files: readonly string[]): string {
  if (!existsSync(typed)) return moveWords.notFound(typed, near(path, contentDir, files));
  if (path.startsWith('pages/') && path.endsWith('.md')) return moveWords.page(typed);
  if (!path.startsWith('articles/')) return moveWords.outside(typed, shownFile('articles', contentDir));
  return statSync(typed).isDirectory() ? moveWords.folder(typed) : moveWords.noArticle(typed);
}

/** The content folder may be a link, and the path typed from where that leads. */
function pathBelow(contentDir: string, typed: string): string {
  const path = relative(resolve(contentDir), resolve(typed)).replaceAll('\\', '/');
  if (!path.startsWith('..') || !existsSync(contentDir) || !existsSync(typed)) return path;
  return relative(realpathSync(contentDir), realpathSync(typed)).replaceAll('\\', '/');
}

/** Files of that name in any folder, or else the one with the nearest name, as they would have to be typed. */
function near(path: string, contentDir: string, files: readonly string[]): readonly string[] {
  const name = nameOf(path);
  const namesakes = files.filter(file => nameOf(file) === name);
  const closest = namesakes.length === 0 ? closestWord(name, files.map(nameOf)) : null;
  const found = closest === null ? namesakes : files.filter(file => nameOf(file) === closest);
  return found.slice(0, MOST_PROPOSED).map(file => shownFile(file, contentDir));
}

/** Of an address, too: editors have it at hand. */
function nameOf(path: string): string {
  return posix.basename(path).replace(/\.(?:md|html)$/i, '');
}

/** Whether something stands at a path below the content folder. */
export function isThere(contentDir: string, file: string): boolean {
  return existsSync(join(contentDir, file));
}
