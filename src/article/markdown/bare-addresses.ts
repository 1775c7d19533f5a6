// An address in running text becomes a link that ends where the address does: before a closing mark, `&gt;` or the like.
import type { MarkdownIt, StateInline } from 'markdown-it';

/** The letters of a scheme before its colon: of any that may be one, so that `xhttp` is none of ours. */
const SCHEME_BEFORE = /[a-z][a-z0-9+.-]{0,30}$/i;
/** Of an address in running text. */
const WEB = /^https?$/i;
const AMPERSAND = /&amp;/gi;
/**
 * What may be an address: up to a space, a `<`, or a reference to any other character than `&`, which is none of an address. Browsers
 * take no address that is longer.
 */
const CANDIDATE = /(?:[^\s<&]|&amp;|&(?!(?:[a-z][a-z0-9]{1,31}|#\d{1,7}|#x[0-9a-f]{1,6});)){0,4096}/iy;
/** GFM, section 6.9: such marks at the end are not of the address; `*_~` close what was opened before. */
const END_MARKS = new Set('?!.,:;*_~');

/** Replaces the parser's rule, which takes references and closing marks for the address. `&amp;` within one is `&`. */
export function endBareAddresses(md: MarkdownIt): void {
  md.inline.ruler.at('linkify', (state: StateInline, silent: boolean) => {
    if (!state.md.options.linkify || state.linkLevel > 0 || !state.src.startsWith('://', state.pos))
      return false;
    const scheme = SCHEME_BEFORE.exec(state.pending.slice(-32))?.[0];
    if (scheme === undefined || !WEB.test(scheme)) return false;
    const start = state.pos - scheme.length;
    CANDIDATE.lastIndex = start;
    const found = md.linkify.matchAtStart(CANDIDATE.exec(state.src)?.[0] ?? '');
    if (!found) return false;
    const end = start + found.raw.length;
    // The search leaves out a `;` at the end, by which a reference is known.
    const typed = withoutEndMarks(state.src[end] === ';' ? `${found.raw};` : found.raw);
    if (typed.length <= scheme.length + 3 || start + typed.length > state.posMax) return false;
    const address = typed.replace(AMPERSAND, '&');
    const href = md.normalizeLink(address);
    if (!md.validateLink(href)) return false;
    if (!silent) {
      state.pending = state.pending.slice(0, -scheme.length);
      const open = state.push('link_open', 'a', 1);
      open.attrs = [['href', href]];
      open.markup = 'linkify';
      open.info = 'auto';
      state.push('text', '', 0).content = md.normalizeLinkText(address);
      const close = state.push('link_close', 'a', -1);
      close.markup = 'linkify';
      close.info = 'auto';
    }
    state.pos += typed.length - scheme.length;
    return true;
  });
}

function withoutEndMarks(text: string): string {
  let end = text.length;
  while (end > 0 && END_MARKS.has(text[end - 1]!)) {
    const isReference = text[end - 1] === ';' && text.slice(end - 5, end).toLowerCase() === '&amp;';
    end -= isReference ? 5 : 1;
  }
  return text.slice(0, end);
}
