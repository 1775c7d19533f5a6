// Random edits of the comments that are committed beside articles.
import fc from 'fast-check';
import type { Comment } from '../../src/comment/comment.ts';
import type { MiniSite } from '../mini-site.ts';
import { type EditedArticles, threadOf } from './article-edits.ts';
import { number, oftenFrom, which } from './few-values.ts';
import type { RandomFields } from './field-path.ts';

/** Every field of a comment. */
export const COMMENT_FIELDS = {
  name: fc.constantFrom(null, 'Ana', 'Li Wei'),
  date: oftenFrom(['2014-05-20T14:03+08:00', '2014-05-20T14:07', '2014-05-19T23:00', 'hier']),
  replyTo: oftenFrom([null, '0001', '0002', 'retiré']),
  text: number.map(n => `Un avis, version ${n}.\n\nEt <b>fin</b>`),
} satisfies RandomFields<Omit<Comment, 'id'>>;

export interface CommentEdit {
  /** Of which article. */
  readonly which: number;
  readonly name: string;
  /** null: the comment is removed. */
  readonly comment: unknown;
}

export const commentEdits: fc.Arbitrary<CommentEdit> = fc.record({
  which,
  name: fc.constantFrom('0001.yaml', '0002.yaml', '0003.json'),
  comment: fc.option(fc.record(COMMENT_FIELDS), { freq: 3 }),
});

export function commentPlayer(site: MiniSite, articles: EditedArticles): (edit: CommentEdit) => void {
  return ({ which, name, comment }) => {
    const article = articles.fileOf(which);
    if (article === undefined) return;
    const path = `${threadOf(article)}/${name}`;
    if (comment !== null) site.write(path, JSON.stringify(comment));
    else if (site.holds(path)) site.remove(path);
  };
}
