// Footnote tokens become HTML that screen readers understand: calls, notes, and links back to the text.
import type { MarkdownIt, Token } from 'markdown-it';
import { bodyWords } from '../../locale/body-words.ts';

interface FootnoteMeta {
  /** Counts notes from 0. */
  readonly id: number;
  /** Counts the calls of one note from 0. */
  readonly subId?: number;
}

/** Replaces the footnote rules of the parser's renderer. The roles are from the Digital Publishing WAI-ARIA Module 1.1. */
export function renderFootnotes(md: MarkdownIt): void {
  const rules = md.renderer.rules;
  rules.footnote_ref = (tokens, index) => {
    const { number, repeat } = countsOf(tokens[index]!);
    return (
      `<sup class="footnote-ref"><a href="#note-${number}" id="${callId(number, repeat)}" role="doc-noteref"` +
      ` aria-label="${bodyWords.footnote(number)}">${number}</a></sup>`
    );
  };
  rules.footnote_block_open = () =>
    '<section class="footnotes" role="doc-endnotes" aria-labelledby="notes">\n' +
    `<h2 id="notes">${bodyWords.footnotes}</h2>\n<ol>\n`;
  rules.footnote_block_close = () => '</ol>\n</section>\n';
  rules.footnote_open = (tokens, index) => `<li id="note-${countsOf(tokens[index]!).number}">`;
  rules.footnote_close = () => '</li>\n';
  rules.footnote_anchor = (tokens, index) => {
    const { number, repeat } = countsOf(tokens[index]!);
    // Without U+FE0E phones draw the arrow as an emoji.
    return (
      `\u00A0<a href="#${callId(number, repeat)}" class="footnote-backref" role="doc-backlink"` +
      ` aria-label="${bodyWords.backToText(number, repeat)}">↩\uFE0E</a>`
    );
  };
}

function countsOf(token: Token): { readonly number: number; readonly repeat: number } {
  const meta = token.meta as unknown as FootnoteMeta;
  return { number: meta.id + 1, repeat: (meta.subId ?? 0) + 1 };
}

function callId(number: number, repeat: number): string {
  return repeat === 1 ? `appel-${number}` : `appel-${number}-${repeat}`;
}
