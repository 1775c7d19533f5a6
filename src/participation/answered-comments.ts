// Comments become those to which they answer, as far as the service knows them.
import type { CommentRecord } from './comment-record.ts';
import type { Store } from './store/store.ts';

/** By their ids. */
export async function answeredBy(
  store: Pick<Store, 'comment'>,
  comments: readonly CommentRecord[],
): Promise<ReadonlyMap<string, CommentRecord>> {
  const answered = new Map<string, CommentRecord>();
  for (const id of new Set(comments.map(({ replyTo }) => replyTo))) {
    const found = id === null ? null : await store.comment(id);
    if (found !== null) answered.set(found.id, found);
  }
  return answered;
}
