// Whether every quotation mark has its partner, in its paragraph or in another; and whether captions are plain text.
import { loneMarks } from '../../typography/lone-marks.ts';
import { joinQuotations } from '../../typography/quoted-paragraphs.ts';
import { lineMistake, loneQuotationMark, quotationIn } from '../line-mistake.ts';
import { textOf, textRows } from '../markdown/paragraphs.ts';
import { type Checking, eachPiece } from './body-checking.ts';
import { eachShownText } from './shown-text.ts';

/** Characters from a mark on, to be quoted. */
const ENOUGH = 200;

interface LoneMark {
  /** From the mark on. */
  readonly words: string;
  /** In the text of its block. */
  readonly at: number;
  /** The lines of the block, counted from 0, the last one not included. */
  readonly start: number;
  readonly end: number;
}

export function checkQuotations(checking: Checking): void {
  const lone = [...straightMarks(checking), ...straightMarksOfNotes(checking), ...otherMarks(checking)].sort(
    (a, b) => a.start - b.start || a.at - b.at,
  );
  const { places, report } = checking;
  for (const { words, start, end } of withoutPartners(lone)) {
    const { rule, message } = loneQuotationMark(words);
    report(() => places.find(/^[^\n\uFFFC]{1,20}/.exec(words)![0], start, end), rule, message);
  }
  checkImages(checking);
}

/** Of a mark that opens and one of another kind that is to close it (`« Je pars"`) the first is enough. */
function withoutPartners(lone: readonly LoneMark[]): readonly LoneMark[] {
  return lone.filter(({ words, start }, index) => {
    const before = lone[index - 1];
    return before?.start !== start || before.words[0] === words[0];
  });
}

function* straightMarks({ tokens, lines }: Checking): Generator<LoneMark> {
  for (const row of textRows(tokens)) {
    const texts = row.map(textOf);
    for (const { paragraph, at } of joinQuotations(texts).lone) {
      const [start, end] = row[paragraph]!.lines ?? [0, lines.length];
      yield { words: texts[paragraph]!.slice(at, at + ENOUGH), at, start, end };
    }
  }
}

/** Of notes within a text, `textRows` knows nothing. */
function* straightMarksOfNotes(checking: Checking): Generator<LoneMark> {
  for (const { text, block, start, end } of eachShownText(checking)) {
    if (block.type !== 'footnote_ref') continue;
    for (const { at } of joinQuotations([text]).lone)
      yield { words: text.slice(at, at + ENOUGH), at, start, end };
  }
}

function* otherMarks(checking: Checking): Generator<LoneMark> {
  const blocks = [...eachShownText(checking)];
  const texts = blocks.map(({ text, opening }) => ({
    text,
    isParagraph: opening?.type === 'paragraph_open',
  }));
  for (const { paragraph, at } of loneMarks(texts)) {
    const { text, start, end } = blocks[paragraph]!;
    yield { words: text.slice(at, at + ENOUGH), at, start, end };
  }
}

/** Captions and descriptions are lines. The parser has resolved their escapes, so that beside one nobody knows which marks are meant. */
function checkImages(checking: Checking): void {
  const { lines, places, report } = checking;
  let block = -1;
  let holdsEscape = false;
  for (const { token, start, end } of eachPiece(checking)) {
    if (token.type !== 'image') continue;
    const place = places.find('![', start, end);
    // A block may hold thousands of images.
    if (start !== block) holdsEscape = lines.slice(start, end).some(line => /[\\&]/.test(line));
    block = start;
    if (holdsEscape) continue;
    const mistakes = [quotationIn(token.content), lineMistake(String(token.attrGet('title') ?? ''))];
    for (const mistake of mistakes) if (mistake) report(() => place, mistake.rule, mistake.message);
  }
}
