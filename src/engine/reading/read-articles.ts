// Article files to what the memory keeps of each: in this thread when they are few, in workers when they are many.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SitePlace } from '../../address/site-place.ts';
import { readArticle } from '../../article/read-article.ts';
import { type References, readReferences } from '../../article/read-references.ts';
import { entryOf, linksToArticles, type ReadEntry } from '../../edition/entry.ts';
import { blobId } from '../../hash/blob-id.ts';
import { problemMessages } from '../../locale/problem-messages.ts';
import type { Problem } from '../../problem/problem.ts';
import { wholeFile } from '../../problem/whole-file.ts';

export interface ReadJob {
  readonly file: string;
  /** Of the bytes that the memory knows; when they are still the same, the article is not read again. */
  readonly knownId: string | null;
}

/** What became of one file: as it was, read (as JSON text, ready to keep), or faulty. */
export type ReadResult =
  | { readonly file: string; readonly outcome: 'same'; readonly id: string }
  | {
      readonly file: string;
      readonly outcome: 'read';
      readonly id: string;
      readonly entry: ReadEntry;
      readonly bodyLength: number;
      /** Addresses of articles to which the text links. */
      readonly articleLinks: readonly string[];
      /** JSON text of the `Article`. */
      readonly article: string;
    }
  | {
      readonly file: string;
      readonly outcome: 'faulty';
      readonly problems: readonly Problem[];
      readonly references: References | null;
    };

export interface ReadingSettings {
  readonly contentDir: string;
  readonly timeZone: string;
  readonly place: SitePlace;
}

export function readArticleFile({ file, knownId }: ReadJob, settings: ReadingSettings): ReadResult {
  let bytes: Buffer;
  try {
    bytes = readFileSync(join(settings.contentDir, file));
  } catch {
    // No right to read it, or gone since the walk.
    const message = problemMessages.unreadableFile();
    return {
      file,
      outcome: 'faulty',
      problems: [wholeFile(file, 'unreadable-file', message)],
      references: null,
    };
  }
  const id = blobId(bytes, 'sha1');
  if (id === knownId) return { file, outcome: 'same', id };
  const read = readArticle(file, bytes, settings);
  if (!read.ok) {
    return { file, outcome: 'faulty', problems: read.problems, references: readReferences(file, bytes) };
  }
  const { article, body } = read.value;
  return {
    file,
    outcome: 'read',
    id,
    entry: entryOf(article, body),
    bodyLength: body.length,
    articleLinks: linksToArticles(article),
    article: JSON.stringify(article),
  };
}
