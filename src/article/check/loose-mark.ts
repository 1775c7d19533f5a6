// Whether marks of bold, italic or struck text stay on the page as they are typed.
import { type Checking, eachPiece } from './body-checking.ts';
import { bodyMessages } from './body-messages.ts';
import { eachShownText } from './shown-text.ts';

/** `_` within a word is a part of it, as in names of files; more than two stars behind a letter stand for others (`m****`), and a grave accent between two is one. */
const MARKS =
  /(?<![\p{L}*])\*{2,}|(?<=\p{L})\*\*(?!\*)|(?<![\p{L}`])`+|(?<=\p{L})`+(?![\p{L}`])|_{2,}|~{2,}|(?<![\p{L}\p{N}_])_(?=[\p{L}\p{N}«“"])/gu;
/** Addresses and the names of people on networks may have any number of `_`. */
const MAY_HOLD_UNDERSCORES = /:\/\/|@/;

/** One star alone is a remark's; with another one that could not close what it opened (`*mot *`, `*Note :*le`) it was to make italics. */
const SINGLE =
  /(?<![\p{L}\p{N}*])\*(?=[\p{L}«“"])[^*\n]+(?:(?<=[ \t])\*(?=[\s.,;:!?)]|$)|(?<=[:.,!?»])\*(?=\p{L}))/u;

/** One problem for each mark in a paragraph: the one that closes is there because the one that opens is not seen. */
export function checkMarks(checking: Checking): void {
  let block = -1;
  const named = new Set<string>();
  let follows: string | null = null;
  let isStar = false;
  const report = (mark: string, written: string, start: number, end: number): void =>
    checking.report(
      () => checking.places.find(written, start, end),
      'loose-mark',
      bodyMessages.looseMark(mark),
    );
  const name = (mark: string, start: number, end: number): void => {
    if (!named.has(mark)) report(mark, mark, start, end);
    named.add(mark);
  };
  for (const { token, start, end } of eachPiece(checking)) {
    if (start !== block) named.clear();
    block = start;
    const isAfterCharacter = follows === 'text_special';
    follows = token.type;
    if (isStar && /^(?:em|strong)_open$/.test(token.type)) name('*', start, end);
    isStar = token.type === 'text' && token.content.endsWith('*');
    if (token.type !== 'text') continue;
    // An escaped character and the text after it may be one word.
    for (const mark of marksIn(isAfterCharacter ? token.content.replace(/^_(?!_)/, '') : token.content)) {
      name(mark, start, end);
    }
  }
  for (const { text, start, end } of eachShownText(checking)) {
    const star = text.includes('*') ? SINGLE.exec(text)?.[0] : undefined;
    if (star !== undefined && !/\*\*/.test(text)) report('*', star.split('\uFFFC', 1)[0]!, start, end);
  }
}

function* marksIn(text: string): Generator<string> {
  if (!/[*_~`]/.test(text)) return;
  for (const [word] of text.matchAll(/\S+/g)) {
    for (const [marks] of word.matchAll(MARKS)) {
      if (!marks.startsWith('_') || !MAY_HOLD_UNDERSCORES.test(word)) yield marks.slice(0, 2);
    }
  }
}
