// The comments of an article become one level of answers: each comment on the article with all that was said below it.
import type { Comment } from './comment.ts';

export interface CommentWithReplies {
  readonly comment: Comment;
  /** In the order in which they came, those to other answers among them. */
  readonly replies: readonly Comment[];
  /** Whether it answers to a comment that is not there (any more). */
  readonly answersGone: boolean;
}

/**
 * An answer to an answer joins the same level. One to a comment that was taken away stands by itself, and so do those who answer each other in a ring,
 * which only a hand can write.
 * @param comments in the order in which they are shown.
 */
export function arrangeReplies(comments: readonly Comment[]): readonly CommentWithReplies[] {
  const byId = new Map(comments.map(comment => [comment.id, comment]));
  const firsts = new Map<Comment, Comment>();
  for (const comment of comments) {
    const way = new Set<Comment>();
    let at = comment;
    while (!firsts.has(at) && !way.has(at)) {
      way.add(at);
      at = (at.replyTo !== null && byId.get(at.replyTo)) || at;
    }
    const isRing = !firsts.has(at) && at.replyTo !== null && byId.has(at.replyTo);
    for (const each of way) firsts.set(each, isRing ? each : (firsts.get(at) ?? at));
  }
  const below = Map.groupBy(comments, comment => firsts.get(comment)!);
  return comments
    .filter(comment => firsts.get(comment) === comment)
    .map(comment => ({
      comment,
      replies: below.get(comment)!.filter(each => each !== comment),
      answersGone: comment.replyTo !== null && !byId.has(comment.replyTo),
    }));
}
