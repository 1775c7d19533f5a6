// Which answer stands below which comment, whatever files say.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { arrangeReplies } from './arrange-replies.ts';
import type { Comment } from './comment.ts';

/** `b>a`: b answers to a. */
function arranged(...written: readonly string[]): readonly string[] {
  return arrangeReplies(written.map(comment)).map(({ comment, replies, answersGone }) =>
    `${comment.id}${answersGone ? '?' : ''}: ${replies.map(({ id }) => id).join(' ')}`.trim(),
  );
}

function comment(written: string): Comment {
  const [id = '', replyTo = null] = written.split('>');
  return { id, replyTo, name: null, date: 0, text: id };
}

test('an answer stands below its comment, in the order in which answers came', () => {
  assert.deepEqual(arranged('a', 'b', 'c>a', 'd>b', 'e>a'), ['a: c e', 'b: d']);
});

test('an answer to an answer joins the same level, even where its file says an earlier hour', () => {
  assert.deepEqual(arranged('c>b', 'a', 'b>a', 'd>c'), ['a: c b d']);
});

test('an answer to a comment that is gone stands by itself, with those below it', () => {
  assert.deepEqual(arranged('a', 'b>x', 'c>b'), ['a:', 'b?: c']);
});

test('comments that answer each other, or themselves, are all shown', () => {
  assert.deepEqual(arranged('a>b', 'b>a', 'c>c', 'd>c'), ['a:', 'b:', 'c: d']);
});

test('no comment is lost, and none is shown twice', () => {
  const id = fc.constantFrom('a', 'b', 'c', 'd', 'e');
  const files = fc.uniqueArray(fc.tuple(id, fc.option(fc.oneof(id, fc.constant('x')))), {
    selector: ([each]) => each,
  });
  fc.assert(
    fc.property(files, list => {
      const comments = list.map(([each, to]) => comment(to === null ? each : `${each}>${to}`));
      const shown = arrangeReplies(comments).flatMap(piece => [piece.comment, ...piece.replies]);
      assert.deepEqual(shown.map(each => each.id).sort(), comments.map(each => each.id).sort());
    }),
  );
});
