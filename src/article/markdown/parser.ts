// Options become a Markdown parser. Rendering and checking share this configuration, so both see the same headings, links and notes.
import MarkdownItParser, { type MarkdownIt } from 'markdown-it';
import footnotes from 'markdown-it-footnote';
import { endBareAddresses } from './bare-addresses.ts';
import { readBlankLines } from './blank-lines.ts';
import { escapeGuillemets } from './escaped-guillemets.ts';
import { forgiveCaptions } from './forgiving-captions.ts';
import { limitInlineDepth } from './inline-depth.ts';
import { numberNotesInOrder, putNotesLast } from './inline-notes.ts';

/** The differences between rendering and checking. */
export interface ParserOptions {
  /** Whether the parser recognises HTML tags; if not, they are text. */
  readonly html: boolean;
  /** Whether addresses in the text become links. */
  readonly linkify: boolean;
  readonly isAllowedLink: (address: string) => boolean;
}

/** The parser has no state between two texts. */
export function makeParser({ html, linkify, isAllowedLink }: ParserOptions): MarkdownIt {
  const md = new MarkdownItParser({ html, linkify, typographer: false });
  // Without `text_join` escapes are tokens of their own, which typography and the check of notes leave alone.
  // Only fenced code is code: four spaces or a tab at the beginning of a line are an indent.
  md.disable(['text_join', 'code']).use(footnotes);
  readBlankLines(md);
  escapeGuillemets(md);
  forgiveCaptions(md);
  numberNotesInOrder(md);
  putNotesLast(md);
  const { normalizeLink } = md;
  md.validateLink = isAllowedLink;
  md.normalizeLink = address => hideInnerHashes(normalizeLink(address));
  if (linkify) {
    // Only addresses with a scheme, and mail addresses, become links: « fin.La suite » lacks a space and is no site in Laos.
    md.linkify.set({ fuzzyLink: false, fuzzyIP: false, fuzzyEmail: true });
    md.linkify.add('ftp:', null).add('//', null);
    endBareAddresses(md);
  }
  limitInlineDepth(md);
  return md;
}

/** A fragment holds no `#` (RFC 3986, section 3.5), though browsers accept it: `https://matrix.to/#/#salon:a.fr`. */
function hideInnerHashes(address: string): string {
  const first = address.indexOf('#');
  if (first === address.lastIndexOf('#')) return address;
  return address.slice(0, first + 1) + address.slice(first + 1).replaceAll('#', '%23');
}
