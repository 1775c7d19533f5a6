// Whether comments stand where those of an article do.
import { problemMessages } from '../locale/problem-messages.ts';
import type { Problem } from '../problem/problem.ts';
import { wholeFile } from '../problem/whole-file.ts';

/** Of a file, `comments/2014/05/port/0001.yaml`. */
export function checkCommentPlace(file: string): Problem | null {
  return file.split('/').length > 2
    ? null
    : wholeFile(file, 'comment-without-article', problemMessages.commentOutside());
}

/**
 * @param folder that holds comments.
 * @param article the file for which they would be.
 */
export function checkCommentFolder(
  folder: string,
  article: string,
  articles: { has(file: string): boolean },
): Problem | null {
  if (articles.has(article)) return null;
  return wholeFile(folder, 'comment-without-article', problemMessages.commentWithoutArticle(article));
}
