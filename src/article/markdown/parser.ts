// The one configuration of Markdown that rendering and checking share: what is a heading, a link, a note.
import MarkdownItParser, { type MarkdownIt } from 'markdown-it';
import footnotes from 'markdown-it-footnote';
import { keepInlinesShallow } from './shallow-inlines.ts';

/** What differs between those who parse. */
export interface ParserOptions {
  /** Whether HTML tags are seen as such, instead of as text. */
  readonly html: boolean;
  /** Whether addresses in the text become links. */
  readonly linkify: boolean;
  readonly isAllowedLink: (address: string) => boolean;
}

/** A parser that holds nothing from one text to the next. */
export function makeParser({ html, linkify, isAllowedLink }: ParserOptions): MarkdownIt {
  const md = new MarkdownItParser({ html, linkify, typographer: false });
  // Escapes stay apart from text: typography leaves them as typed, and so does the check of notes.
  md.disable('text_join').use(footnotes);
  md.validateLink = isAllowedLink;
  if (linkify) {
    // Only addresses with their scheme, and mail: « fin.La suite » is a slip of the keyboard, not a site in Laos.
    md.linkify.set({ fuzzyLink: false, fuzzyIP: false, fuzzyEmail: true });
    md.linkify.add('ftp:', null).add('//', null);
  }
  keepInlinesShallow(md);
  return md;
}
