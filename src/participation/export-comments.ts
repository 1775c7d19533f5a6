// Approved comments become files beside the articles; those of comments that are no longer approved go. What is there already stays as it is.
import { existsSync } from 'node:fs';
import { rm, rmdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { articleOfComments, commentsOfArticle } from '../comment/comment-folder.ts';
import { commentFile } from './comment-file.ts';
import { exportedFiles, writeWhole } from './comment-files.ts';
import type { CommentRecord } from './comment-record.ts';
import type { Store } from './store/store.ts';

export interface Exported {
  /** Paths below the content folder, in order. */
  readonly written: readonly string[];
  readonly removed: readonly string[];
  readonly kept: number;
  /** Comments whose article's file is not there. */
  readonly waiting: readonly Pick<CommentRecord, 'id' | 'file'>[];
}

/** A path below `content/articles` that leaves it nowhere. */
const INSIDE = /^(?:[^/\\\0.][^/\\\0]*\/)*[^/\\\0.][^/\\\0]*$/;

export async function exportComments(
  store: Pick<Store, 'comment' | 'comments' | 'withdrawnIds' | 'moveComment'>,
  contentDir: string,
): Promise<Exported> {
  const there = await exportedFiles(contentDir);
  const written: string[] = [];
  const removed: string[] = [];
  const waiting: Pick<CommentRecord, 'id' | 'file'>[] = [];
  let kept = 0;
  for (const comment of await store.comments('approved')) {
    const { id, file } = comment;
    const article = `articles/${file}.md`;
    const place = there.get(id);
    if (place !== undefined) {
      kept += 1;
      const now = bareFile(articleOfComments(dirname(place)));
      if (now !== file) await store.moveComment(id, now);
    } else if (!INSIDE.test(file) || !existsSync(join(contentDir, article))) waiting.push({ id, file });
    else {
      const path = `${commentsOfArticle(article)}/${id}.yaml`;
      const replyTo = await knownReplyTo(store, contentDir, comment);
      await writeWhole(join(contentDir, path), commentFile({ ...comment, replyTo }));
      written.push(path);
    }
  }
  for (const id of await store.withdrawnIds()) {
    const path = there.get(id);
    if (path === undefined) continue;
    await rm(join(contentDir, path), { force: true });
    await removeIfEmpty(join(contentDir, dirname(path)));
    removed.push(path);
  }
  return { written: written.sort(), removed: removed.sort(), kept, waiting };
}

/** Somebody may have made up the comment to which another answers: then the other speaks of the article. */
async function knownReplyTo(
  store: Pick<Store, 'comment'>,
  contentDir: string,
  { file, replyTo }: CommentRecord,
): Promise<string | null> {
  if (replyTo === null || (await store.comment(replyTo)) !== null) return replyTo;
  const folder = join(contentDir, commentsOfArticle(`articles/${file}.md`));
  return existsSync(join(folder, `${replyTo}.yaml`)) ? replyTo : null;
}

/** `2014/05/port` of `articles/2014/05/port.md`. */
function bareFile(file: string): string {
  return file.slice('articles/'.length, -'.md'.length);
}

/** A folder of comments without a comment would look like one that was forgotten. */
async function removeIfEmpty(folder: string): Promise<void> {
  try {
    await rmdir(folder);
  } catch (error) {
    if (!/^(?:ENOTEMPTY|EEXIST|ENOENT)$/.test((error as NodeJS.ErrnoException).code ?? '')) throw error;
  }
}
