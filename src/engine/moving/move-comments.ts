// An article that goes to another file, and the comments that were found, to where its own go.
import { articleOfComments, commentsOfArticle } from '../../comment/comment-folder.ts';
import { moveWords } from '../../locale/move-words.ts';
import { shownFile } from '../reading/read-content.ts';
import type { FoundComments, FoundFiles } from '../reading/walk-content.ts';
import type { MovedFile } from './move-media.ts';
import { type Refused, refuse } from './refused.ts';

type MovedComments = { readonly ok: true; readonly moved: readonly MovedFile[] };

/** Only files of the article's own: folders below hold comments of other articles. */
export function moveComments(
  { from, to }: MovedFile,
  { comments }: FoundFiles,
  contentDir: string,
): MovedComments | Refused {
  if (from === to) return { ok: true, moved: [] };
  const waiting = commentsOf(to, comments);
  if (waiting) return refuse(moveWords.otherComments(shownFile(waiting.folder, contentDir)));
  const own = commentsOf(from, comments);
  const moved = own?.names.map(name => ({
    from: `${own.folder}/${name}`,
    to: `${commentsOfArticle(to)}/${name}`,
  }));
  return { ok: true, moved: moved ?? [] };
}

function commentsOf(article: string, comments: readonly FoundComments[]): FoundComments | undefined {
  return comments.find(({ folder }) => articleOfComments(folder) === article);
}
