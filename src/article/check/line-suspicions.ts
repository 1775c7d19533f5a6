// A body becomes a quick yes or no: may one of its lines begin with marks that make another thing of it than is meant?

/**
 * At the beginning of a line: what may be a list or quotation of one line, a list whose numbers do not begin with 1, a dash without a space, a line under a text, signs of a
 * heading without a space. The marks of quotations and lists may precede them.
 */
const LINE_MISTAKE =
  /[ \t\u00A0\u2007\u2009\u202F>*+0-9.)-]*(?:[-*+.)][\u00A0\u2007\u2009\u202F]|[\u00A0\u2007\u2009\u202F]#|[-+>)][ \t\u00A0\u202F]*\d|\*[ \t]|(?:[2-9]|\d{2,9})[.)](?![^ \t\n])|-[^\s\d-]|-[ \t]*(?![^\n])|#{2,}[^# \t\n]|#{7})/y;

const NO_BREAK: ReadonlySet<string> = new Set(['\u00A0', '\u2007', '\u2009', '\u202F']);

/** Looks at the first sign of each line alone, since hardly any line begins with a mark. */
export function mayContainLineMistake(body: string): boolean {
  for (let start = 0; start !== -1; start = nextLine(body, start)) {
    let at = start;
    while (body[at] === ' ' || body[at] === '\t' || NO_BREAK.has(body[at]!)) at += 1;
    if (!isMark(body.charCodeAt(at))) continue;
    // Four spaces hide the mark of a list from the parser, and so does a no-break space.
    if (at > start + 3 || NO_BREAK.has(body[start]!)) return true;
    LINE_MISTAKE.lastIndex = start;
    if (LINE_MISTAKE.test(body)) return true;
  }
  return false;
}

/** Where the line after that of `start` begins; -1: there is none. */
function nextLine(body: string, start: number): number {
  const end = body.indexOf('\n', start);
  return end === -1 ? -1 : end + 1;
}

/** `#`, `)`, `*`, `+`, `-`, `.`, `>` or a digit. */
function isMark(code: number): boolean {
  return code === 35 || (code >= 41 && code <= 57 && code !== 44 && code !== 47) || code === 62;
}
