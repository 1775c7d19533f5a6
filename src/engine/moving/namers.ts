// The folder of content to the Markdown files that a move may have something to do with: few, of however many.
import { readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import type { Article } from '../../article/article.ts';
import { type MediaReference, mediaOf } from '../../article/article-media.ts';
import { type ReadingRules, readArticle, splitFile } from '../../article/read-article.ts';
import { readReferences } from '../../article/read-references.ts';
import { isArticle } from '../reading/read-content.ts';

/** An article or an editorial page. */
export interface Namer {
  /** Below the content folder. */
  readonly file: string;
  readonly bytes: Uint8Array;
  /** null: it is a page, or has a fault. */
  readonly article: Article | null;
  /** The files that an article shows; null: they can't be told for its faults, or it is a page, which shows none of an article's. */
  readonly media: readonly MediaReference[] | null;
  /** Whether fields and text can be told apart. */
  readonly isSplit: boolean;
}

export interface Wanted {
  /** Parts of names and addresses, in lower case; a file with one of them in its text is wanted. */
  readonly words: readonly string[];
  /** Names of files. */
  readonly names: readonly string[];
  /** Folders below the content folder: all in them are wanted, and in the folders around them. */
  readonly folders: readonly string[];
}

/** @param files of articles and pages, all but the one that moves; those gone since they were listed are left out. */
export function gatherNamers(
  contentDir: string,
  files: readonly string[],
  { words, names, folders }: Wanted,
  rules: ReadingRules,
): readonly Namer[] {
  const around = new Set(folders.flatMap(foldersAround));
  return files.flatMap((file): readonly Namer[] => {
    const bytes = bytesOf(join(contentDir, file));
    if (bytes === null) return [];
    const isNear = around.has(posix.dirname(file)) || names.includes(posix.basename(file));
    return isNear || holdsOne(bytes, words) ? [namerOf(file, bytes, rules)] : [];
  });
}

function namerOf(file: string, bytes: Uint8Array, rules: ReadingRules): Namer {
  const isSplit = splitFile(file, bytes).ok;
  if (!isArticle(file)) return { file, bytes, article: null, media: null, isSplit };
  const read = readArticle(file, bytes, rules);
  const article = read.ok ? read.value.article : null;
  const media = article === null ? (readReferences(file, bytes)?.media ?? null) : mediaOf(article);
  return { file, bytes, article, media, isSplit };
}

function holdsOne(bytes: Buffer, words: readonly string[]): boolean {
  const text = bytes.toString('latin1').toLowerCase();
  return words.some(word => text.includes(word));
}

function bytesOf(path: string): Buffer | null {
  try {
    return readFileSync(path);
  } catch {
    return null;
  }
}

/** `articles/2014/05`, `articles/2014`, `articles`. */
function foldersAround(folder: string): readonly string[] {
  const parts = folder.split('/');
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
}
