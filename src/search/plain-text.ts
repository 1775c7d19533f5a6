// Markdown, or HTML that was made of it, becomes the words that readers read.

/** Where a link or a picture leads, with its title: `](/chine/ "…")`. Nobody reads it. */
const TARGET = /\]\([^()\n]*\)/g;
/** `[1]: https://…`, but not a footnote, which is text. */
const REFERENCE = /^ {0,3}\[(?!\^)[^\]\n]*\]:[^\n]*$/gm;
const FOOTNOTE_SIGN = /\[\^[^\]\s]*\]:?/g;
const ADDRESS = /https?:\/\/[^\s)>]*/g;
const TAG = /<\/?[a-zA-Z][^<>]*>/g;
const NO_BREAK_SPACE = /&nbsp;/g;

/** In every reference, and in few texts: what looks at the beginning of each line takes a hundred times as long. */
const OF_REFERENCE = ']:';

/** Of a body as it is in its file. What only marks text (`*`, `#`, `|`) stays: it is no word. */
export function textOfMarkdown(markdown: string): string {
  const read = markdown.replace(TARGET, '] ');
  return (read.includes(OF_REFERENCE) ? read.replace(REFERENCE, '') : read)
    .replace(FOOTNOTE_SIGN, ' ')
    .replace(ADDRESS, ' ')
    .replace(NO_BREAK_SPACE, '\u00A0');
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: '\u00A0' };

/** Of a body as it was rendered. */
export function textOfHtml(html: string): string {
  return html.replace(TAG, ' ').replace(/&(amp|lt|gt|quot|nbsp);/g, (_, name: string) => NAMED[name]!);
}
