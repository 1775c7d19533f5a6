// Lines of nothing but no-break spaces, as pages of the web and word processors have them, part paragraphs as empty lines do.
import type { MarkdownIt } from 'markdown-it';

const NO_BREAK = /[\u00A0\u2007\u2009\u202F]/;
const BLANK_LINE = /^[ \t\u00A0\u2007\u2009\u202F]+$/gm;

/** The text keeps its length, so that every place in it stays one. */
export function readBlankLines(md: MarkdownIt): void {
  md.core.ruler.after('normalize', 'blank_lines', state => {
    if (NO_BREAK.test(state.src)) state.src = state.src.replace(BLANK_LINE, line => ' '.repeat(line.length));
  });
}
