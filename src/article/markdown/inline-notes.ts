// `^[a note within the text]` becomes a call and a numbered note, also where a note has one of its own.
import type { MarkdownIt, StateInline, Token } from 'markdown-it';

/** What the plugin for footnotes keeps while it parses a text. */
interface NotesOfText {
  footnotes?: { list?: Note[] };
}

interface Note {
  readonly content: string;
  readonly tokens: readonly Token[];
}

/**
 * Replaces the plugin's rule, which numbers a note only after its content: a note within it takes the same number, and its
 * text is lost.
 */
export function numberNotesInOrder(md: MarkdownIt): void {
  md.inline.ruler.at('footnote_inline', (state: StateInline, silent: boolean) => {
    const opening = state.pos + 1;
    if (!state.src.startsWith('^[', state.pos) || opening + 1 >= state.posMax) return false;
    const end = md.helpers.parseLinkLabel(state, opening);
    if (end < 0) return false;
    if (!silent) {
      const list = notesOf(state.env as NotesOfText);
      const id = list.length;
      const content = state.src.slice(opening + 1, end);
      const tokens: Token[] = [];
      list.push({ content, tokens });
      md.inline.parse(content, md, state.env, tokens);
      state.push('footnote_ref', '', 0).meta = { id };
    }
    state.pos = end + 1;
    return true;
  });
}

function notesOf(text: NotesOfText): Note[] {
  text.footnotes ??= {};
  text.footnotes.list ??= [];
  return text.footnotes.list;
}
