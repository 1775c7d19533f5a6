// A French or curly quotation mark behind a backslash becomes an escaped character, as Markdown has them for ASCII.
import type { MarkdownIt, StateInline } from 'markdown-it';

const MARKS = '«»“”';

/** An editor may so write one that has no partner. */
export function escapeGuillemets(md: MarkdownIt): void {
  md.inline.ruler.before('escape', 'guillemet', (state: StateInline, silent: boolean) => {
    if (state.src[state.pos] !== '\\') return false;
    const mark = state.src[state.pos + 1];
    if (mark === undefined || state.pos + 1 >= state.posMax || !MARKS.includes(mark)) return false;
    if (!silent) {
      const token = state.push('text_special', '', 0);
      token.content = mark;
      token.markup = `\\${mark}`;
      token.info = 'escape';
    }
    state.pos += 2;
    return true;
  });
}

/** The text of a caption, in which the parser has resolved the other escapes. */
export function resolveGuillemets(text: string): string {
  return text.includes('\\') ? text.replace(/\\([«»“”])/g, '$1') : text;
}
