// A Markdown parser becomes one that texts nested without end (`![![![…`, `^[^[^[…`) cannot exhaust.
import type { MarkdownIt } from 'markdown-it';
import { makeToken } from './body-step.ts';

/** A picture in a link in a footnote is 3; nobody writes more. */
const MAX_DEPTH = 6;

/**
 * Pictures' descriptions and inline footnotes are parsed by a call within the call, which the parser's own limit of
 * nesting does not count. Below the sixth, text stays as typed.
 */
export function keepInlinesShallow(md: MarkdownIt): void {
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
