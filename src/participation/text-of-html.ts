// What another program kept as HTML becomes the text that a reader saw.

const BREAKS = /<br\s*\/?>/gi;
const BLOCKS = /<\/?(?:p|div|blockquote|li|ul|ol|h[1-6]|pre)\b[^<>]*>/gi;
/** A tag begins with a letter or a slash: « 3 < 4 » has none. */
const TAGS = /<\/?[a-z][^<>]*>|<!--[\s\S]*?-->/gi;
/** Where a link says something else than its address, the address follows. */
const LINKS = /<a\b[^<>]*?\bhref=["']([^"'<>]*)["'][^<>]*>([^<]*)<\/a>/gi;

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  hellip: '…',
  rsquo: '’',
  lsquo: '‘',
  laquo: '«',
  raquo: '»',
  eacute: 'é',
  egrave: 'è',
  agrave: 'à',
  ccedil: 'ç',
};

export function textOfHtml(html: string): string {
  const text = html
    .replace(LINKS, (_link, address: string, words: string) =>
      words.trim() === '' || address.includes(words.replace(/…$|\.\.\.$/, '').trim())
        ? address
        : `${words} (${address})`,
    )
    .replace(BREAKS, '\n')
    .replace(BLOCKS, '\n\n')
    .replace(TAGS, '');
  // Once, and last: `&amp;lt;` is `&lt;` as a reader saw it, and no tag.
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{1,10}));/gi, (reference, decimal, hex, name) => {
    if (name !== undefined) return NAMED[String(name).toLowerCase()] ?? reference;
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return code > 0 && code <= 0x10_ffff ? String.fromCodePoint(code) : '';
  });
}
