// `^[a note within the text]` becomes a call and a numbered note, also where a note has one of its own.
import type { MarkdownIt, StateCore, StateInline, Token } from 'markdown-it';
import { makeToken } from './body-step.ts';

/** What the plugin for footnotes keeps while it parses a text. */
interface NotesOfText {
  footnotes?: { list?: Note[] };
}

interface Note {
  /** Of a note within the text. */
  readonly content?: string;
  readonly tokens?: Token[];
  /** Of a note that is defined elsewhere, and how often it is called. */
  readonly label?: string;
  readonly count?: number;
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
      const call = state.push('footnote_ref', '', 0);
      call.meta = { id };
      // Checks find the note where it stands.
      call.children = tokens;
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

/**
 * Replaces the plugin's rule, which copies the whole text for each note: puts the notes, in the order of their first calls, after all else.
 * Calls lead back from the end of a note's last paragraph.
 */
export function putNotesLast(md: MarkdownIt): void {
  md.core.ruler.at('footnote_tail', (state: StateCore) => {
    const { footnotes } = state.env as NotesOfText;
    if (!footnotes) return;
    const definitions = new Map<string, Token[]>();
    let definition: Token[] | null = null;
    const text: Token[] = [];
    for (const token of state.tokens) {
      if (token.type === 'footnote_reference_open') {
        definition = [];
        definitions.set(String(token.meta?.label), definition);
      } else if (token.type === 'footnote_reference_close') definition = null;
      else (definition ?? text).push(token);
    }
    state.tokens = text;
    if (!footnotes.list) return;
    text.push(makeToken('footnote_block_open', '', 1));
    footnotes.list.forEach((note, id) => {
      text.push(noteToken('footnote_open', 1, { id, label: note.label }));
      for (const token of textOf(note, definitions)) text.push(token);
      const last = text.at(-1)?.type === 'paragraph_close' ? text.pop() : undefined;
      for (let subId = 0; subId < Math.max(1, note.count ?? 1); subId += 1)
        text.push(noteToken('footnote_anchor', 0, { id, subId, label: note.label }));
      if (last) text.push(last);
      text.push(makeToken('footnote_close', '', -1));
    });
    text.push(makeToken('footnote_block_close', '', -1));
  });
}

function textOf({ content, tokens, label }: Note, definitions: ReadonlyMap<string, Token[]>): Token[] {
  if (!tokens) return definitions.get(label ?? '') ?? [];
  const open = makeToken('paragraph_open', 'p', 1);
  const inline = makeToken('inline', '', 0);
  const close = makeToken('paragraph_close', 'p', -1);
  open.block = true;
  close.block = true;
  inline.children = tokens;
  inline.content = content ?? '';
  return [open, inline, close];
}

function noteToken(type: string, nesting: 0 | 1, meta: object): Token {
  const token = makeToken(type, '', nesting);
  token.meta = meta as Token['meta'];
  return token;
}
