// Comments of another program become files beside the articles that they are about. Those that are there already stay as they are.
import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { commentsOfArticle } from '../comment/comment-folder.ts';
import { commentFile } from './comment-file.ts';
import { exportedFiles, writeWhole } from './comment-files.ts';
import type { ForeignComment } from './foreign-comments.ts';
import { MOST_NAME, MOST_TEXT } from './submission.ts';

export interface Imported {
  readonly written: number;
  readonly kept: number;
  /** Those without a text or a date, which nobody could show. */
  readonly empty: number;
  /** How many were longer than a comment may be, and end with « … ». */
  readonly cut: number;
  /** The names of articles that are not there, or that several have, each once, in order. */
  readonly unknown: readonly string[];
}

export async function importComments(
  comments: readonly ForeignComment[],
  contentDir: string,
): Promise<Imported> {
  const articles = await articlesByName(contentDir);
  const there = await exportedFiles(contentDir);
  const unknown = new Set<string>();
  const count = { written: 0, kept: 0, empty: 0, cut: 0 };
  for (const { id, slug, month, sent, replyTo, name, text } of comments) {
    if (text === '' || Number.isNaN(sent)) {
      count.empty += 1;
      continue;
    }
    const article = articleOf(articles.get(slug) ?? [], month);
    if (article === null) {
      unknown.add(slug);
      continue;
    }
    if (there.has(id)) {
      count.kept += 1;
      continue;
    }
    if (text.length > MOST_TEXT) count.cut += 1;
    const file = commentFile({
      sent,
      replyTo,
      name: name === null ? null : cut(name, MOST_NAME),
      text: cut(text, MOST_TEXT),
    });
    await writeWhole(join(contentDir, commentsOfArticle(article), `${id}.yaml`), file);
    count.written += 1;
  }
  return { ...count, unknown: [...unknown].sort() };
}

/** Per name without `.md`, the articles of that name: `articles/2014/05/port.md`. */
async function articlesByName(contentDir: string): Promise<ReadonlyMap<string, readonly string[]>> {
  const paths = await readdir(join(contentDir, 'articles'), { recursive: true });
  return Map.groupBy(
    paths.filter(path => path.endsWith('.md')).map(path => `articles/${path.replaceAll('\\', '/')}`),
    path => basename(path, '.md'),
  );
}

/** The only one, or the only one in a folder of that month. */
function articleOf(paths: readonly string[], month: string): string | null {
  const found = paths.length > 1 && month !== '' ? paths.filter(path => path.includes(`/${month}/`)) : paths;
  return found.length === 1 ? found[0]! : null;
}

/** No half of a character stands at the end. */
function cut(text: string, most: number): string {
  return text.length <= most
    ? text
    : `${text
        .slice(0, most - 1)
        .toWellFormed()
        .replace(/\ufffd$/, '')
        .trimEnd()}…`;
}
