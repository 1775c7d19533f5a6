// Article files to what the memory keeps of each: in this thread when they are few, in workers when they are many.
import type { SitePlace } from '../../address/site-place.ts';
import { readArticle } from '../../article/read-article.ts';
import { type References, readReferences } from '../../article/read-references.ts';
import { type BytesPlace, bytesAt } from '../../content/content-source.ts';
import { entryOf, linksToArticles, type ReadEntry } from '../../edition/entry.ts';
import { type BlobAlgorithm, blobId } from '../../hash/blob-id.ts';
import { problemMessages } from '../../locale/problem-messages.ts';
import type { Problem } from '../../problem/problem.ts';
import { wholeFile } from '../../problem/whole-file.ts';
import { packTerms } from '../../search/article-terms.ts';
import { textOfMarkdown } from '../../search/plain-text.ts';

export interface ReadJob {
  readonly file: string;
  readonly bytes: BytesPlace;
  /** Of these bytes; null: it has to be made of them. */
  readonly id: string | null;
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
      /** What it is found by (`packTerms`). */
      readonly terms: string;
    }
  | {
      readonly file: string;
      readonly outcome: 'faulty';
      readonly problems: readonly Problem[];
      readonly references: References | null;
    };

export interface ReadingSettings {
  /** By which the ids of files are made. */
  readonly algorithm: BlobAlgorithm;
  readonly timeZone: string;
  readonly place: SitePlace;
}

export function readArticleFile(
  { file, bytes: place, id: givenId, knownId }: ReadJob,
  settings: ReadingSettings,
): ReadResult {
  let bytes: Buffer;
  try {
    bytes = bytesAt(place);
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
  const id = givenId ?? blobId(bytes, settings.algorithm);
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
    terms: packTerms(article, textOfMarkdown(body)),
  };
}
