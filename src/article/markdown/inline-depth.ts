// A Markdown parser becomes one that deeply nested text (`![![![…`, `^[^[^[…`) cannot make overflow the stack.
import type { MarkdownIt } from 'markdown-it';
import { makeToken } from './body-step.ts';

/** Editors need a depth of 3: an image in a link in a footnote. */
const MAX_DEPTH = 6;

/**
 * The parser calls itself for the description of an image and for an inline footnote, and its own limit on nesting does not
 * count these calls. From the seventh on the text stays as typed.
 */
export function limitInlineDepth(md: MarkdownIt): void {
  const parse = md.inline.parse.bind(md.inline);
  let depth = 0;
  md.inline.parse = (text, parser, env, tokens) => {
    if (depth === MAX_DEPTH) {
      const asTyped = makeToken('text', '', 0);
      asTyped.content = text;
      tokens.push(asTyped);
      return;
    }
    depth += 1;
    try {
      parse(text, parser, env, tokens);
    } finally {
      depth -= 1;
    }
  };
}
