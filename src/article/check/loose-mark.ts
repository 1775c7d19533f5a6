// Whether marks of bold, italic or struck text stay on the page as they are typed.
import { type Checking, eachPiece } from './body-checking.ts';
import { bodyMessages } from './body-messages.ts';

/** `_` within a word is a part of it, as in names of files. */
const MARKS = /\*{2,}|_{2,}|~{2,}|(?<![\p{L}\p{N}_])_(?=[\p{L}\p{N}«“"])/gu;
/** Addresses and the names of people on networks may have any number of `_`. */
const MAY_HOLD_UNDERSCORES = /:\/\/|@/;

/** One problem for each mark in a paragraph: the one that closes is there because the one that opens is not seen. */
export function checkMarks(checking: Checking): void {
  let block = -1;
  const named = new Set<string>();
  let follows: string | null = null;
  for (const { token, start, end } of eachPiece(checking)) {
    if (start !== block) named.clear();
    block = start;
    const isAfterCharacter = follows === 'text_special';
    follows = token.type;
    if (token.type !== 'text') continue;
    // An escaped character and the text after it may be one word.
    for (const mark of marksIn(isAfterCharacter ? token.content.replace(/^_(?!_)/, '') : token.content)) {
      if (named.has(mark)) continue;
      named.add(mark);
      checking.report(
        () => checking.places.find(mark, start, end),
        'loose-mark',
        bodyMessages.looseMark(mark),
      );
    }
  }
}

function* marksIn(text: string): Generator<string> {
  if (!/[*_~]/.test(text)) return;
  for (const [word] of text.matchAll(/\S+/g)) {
    for (const [marks] of word.matchAll(MARKS)) {
      if (!marks.startsWith('_') || !MAY_HOLD_UNDERSCORES.test(word)) yield marks.slice(0, 2);
    }
  }
}
