// An approved comment becomes the text of its file in `content/comments`: its name, its hour and its words, and nothing else.
import type { CommentRecord } from './comment-record.ts';

/** As `comment/read-comment.ts` reads it. The text stands line by line, so that its history in git can be read. */
export function commentFile({
  sent,
  replyTo,
  name,
  text,
}: Pick<CommentRecord, 'sent' | 'replyTo' | 'name' | 'text'>): string {
  const date = `${new Date(sent).toISOString().slice(0, 19)}Z`;
  const lines = text.split('\n').map(line => (line === '' ? '' : `  ${line}`));
  return [
    `date: ${date}`,
    // A text of JSON is one of YAML.
    ...(replyTo === null ? [] : [`replyTo: ${JSON.stringify(replyTo)}`]),
    ...(name === null ? [] : [`name: ${JSON.stringify(name)}`]),
    'text: |-',
    ...lines,
    '',
  ].join('\n');
}
