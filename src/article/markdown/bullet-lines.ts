// Successive lines that begin with `•` become a list; lines of dialogue, which begin with `–` or `—`, and lines that count (`a)`, `b)`) keep their breaks.
import { type BodyStep, makeToken, type Token } from './body-step.ts';
import { beginningOf, isWhole, linesOf, type TextLine } from './lines-of-text.ts';

const BULLET = /^[•◦▪‣·●■▸►➢➤][ \t\u00A0\u202F]*(?=\S|$)/;
/** `1/`, `1°`, `1 -`, `a)`; `1.` and `1)` are Markdown's own. */
const NUMBER = /^(\d{1,2}|[a-z])(\/|°|[ \u00A0][-–]|\))(?=[ \u00A0\u202F])/;
const MAY_BE_APART = /[•◦▪‣·●■▸►➢➤–—]|^(?:\d{1,2}|[a-z])(?:\/|°|[ \u00A0]-|\))[ \u00A0\u202F]/m;
const DASH = /^[–—](?:[ \u00A0\u202F]|(?=\p{Lu}))/u;

export const keepLinesApart: BodyStep = tokens => {
  if (!tokens.some(mayHaveLines)) return tokens;
  const withLists: Token[] = [];
  for (let index = 0; index < tokens.length; index += 1) {
    const open = tokens[index]!;
    const text = tokens[index + 1];
    if (open.type !== 'paragraph_open' || !text || !mayHaveLines(text)) {
      withLists.push(open);
      continue;
    }
    const lines = linesOf(text.children!);
    breakDialogue(lines);
    breakNumbers(lines);
    const list = bulletList(open, lines);
    if (list === null) withLists.push(open);
    else {
      // Thousands of items are too many arguments for one call.
      for (const token of list) withLists.push(token);
      index += 2;
    }
  }
  return withLists;
};

function mayHaveLines({ type, content, children }: Token): boolean {
  return type === 'inline' && children !== null && content.includes('\n') && MAY_BE_APART.test(content);
}

/** A dash at the beginning of a later line alone is an aside that the editor's program put there. */
function breakDialogue(lines: readonly TextLine[]): void {
  if (!DASH.test(beginningOf(lines[0]!))) return;
  for (const line of lines) {
    if (!line.breakBefore || !DASH.test(beginningOf(line))) continue;
    line.breakBefore.type = 'hardbreak';
    line.breakBefore.tag = 'br';
  }
}

/** Lines that count, each by one more than the line before, stand apart. */
function breakNumbers(lines: readonly TextLine[]): void {
  lines.forEach((line, index) => {
    const before = lines[index - 1];
    if (!before || !isNext(NUMBER.exec(beginningOf(before)), NUMBER.exec(beginningOf(line)))) return;
    for (const { breakBefore } of [before, line]) {
      if (breakBefore === null) continue;
      breakBefore.type = 'hardbreak';
      breakBefore.tag = 'br';
    }
  });
}

function isNext(before: RegExpExecArray | null, found: RegExpExecArray | null): boolean {
  if (before === null || found === null || before[2] !== found[2]) return false;
  const [one, other] = [before[1]!, found[1]!];
  return /\d/.test(one) ? Number(other) === Number(one) + 1 : other.charCodeAt(0) === one.charCodeAt(0) + 1;
}

/** The paragraph before the first bullet, if there is one, and the list; null when fewer than two lines have a bullet. */
function bulletList(open: Token, lines: readonly TextLine[]): readonly Token[] | null {
  const first = lines.findIndex(line => BULLET.test(beginningOf(line)));
  if (first === -1 || !lines.every(isWhole)) return null;
  const items: TextLine[][] = [];
  for (const line of lines.slice(first)) {
    if (BULLET.test(beginningOf(line))) items.push([line]);
    else items.at(-1)!.push(line);
  }
  if (items.length < 2) return null;
  for (const [line] of items) {
    const text = line!.tokens[0]!;
    text.content = text.content.replace(BULLET, '');
  }
  return [
    ...(first === 0 ? [] : paragraph(lines.slice(0, first), open.hidden)),
    block('bullet_list_open', 'ul', 1),
    ...items.flatMap(item => [
      block('list_item_open', 'li', 1),
      ...paragraph(item, true),
      block('list_item_close', 'li', -1),
    ]),
    block('bullet_list_close', 'ul', -1),
  ];
}

function paragraph(lines: readonly TextLine[], hidden: boolean): readonly Token[] {
  const open = block('paragraph_open', 'p', 1);
  const text = block('inline', '', 0);
  const close = block('paragraph_close', 'p', -1);
  open.hidden = hidden;
  close.hidden = hidden;
  text.children = lines.flatMap(({ breakBefore, tokens }, index) =>
    index > 0 && breakBefore ? [breakBefore, ...tokens] : tokens,
  );
  return [open, text, close];
}

function block(type: string, tag: string, nesting: -1 | 0 | 1): Token {
  const token = makeToken(type, tag, nesting);
  token.block = true;
  return token;
}
