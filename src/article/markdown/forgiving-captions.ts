// `![a](b.jpg "Le "Rhin" à quai")` and captions between French or curly marks become the captions that are meant.
import type { MarkdownIt } from 'markdown-it';
import { resolveGuillemets } from './escaped-guillemets.ts';

/** Longer titles are no captions; a limit keeps the search short where thousands are opened and none is closed. */
const LONGEST = 400;

/** What closes a title, by what opens it. */
const CLOSERS: Readonly<Record<string, string>> = { '"': '"', '“': '”“', '”': '”', '„': '”“', '«': '»' };

/**
 * The parser ends a title at the first `"`, and then sees no image if anything but `)` follows. Here a title that would be lost so
 * ends at the first mark before a `)`, if brackets within it are in pairs.
 */
export function forgiveCaptions(md: MarkdownIt): void {
  const parseTitle = md.helpers.parseLinkTitle;
  md.helpers.parseLinkTitle = (text, start, max, previous) => {
    const read = parseTitle(text, start, max, previous);
    const opener = text[start] ?? '';
    if (!Object.hasOwn(CLOSERS, opener) || (read.ok && leadsToEnd(text, read.pos, max)))
      return { ...read, str: resolveGuillemets(read.str) };
    const end = endOfTitle(text, start + 1, Math.min(max, start + LONGEST), CLOSERS[opener]!);
    if (end === -1) return read;
    const str = resolveGuillemets(md.utils.unescapeAll(text.slice(start + 1, end).trim()));
    return { ...read, ok: true, can_continue: false, pos: end + 1, str };
  };
}

function endOfTitle(text: string, start: number, max: number, closers: string): number {
  let depth = 0;
  for (let at = start; at < max; at += 1) {
    const char = text[at]!;
    if (char === '\n') return -1;
    if (char === '(') depth += 1;
    else if (char === ')') depth -= 1;
    else if (closers.includes(char) && depth === 0 && leadsToEnd(text, at + 1, max)) return at;
  }
  return -1;
}

/** Whether only spaces precede the `)` that ends a link or an image. */
function leadsToEnd(text: string, start: number, max: number): boolean {
  let at = start;
  while (at < max && (text[at] === ' ' || text[at] === '\n')) at += 1;
  return text[at] === ')';
}
