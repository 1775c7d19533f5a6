// The text of a French body becomes the same text with French typography; code, addresses and attributes stay as typed.
import { typesetFrench } from '../../typography/french.ts';
import { joinQuotations } from '../../typography/quoted-paragraphs.ts';
import { typesetPieces } from '../../typography/typeset-pieces.ts';
import { isFrench } from '../../typography/typesetter.ts';
import { type BodyStep, eachTextBlock, type Token, textToken } from './body-step.ts';
import { resolveConvertedEscapes } from './converted-escapes.ts';
import { type TextBlock, textOf, textRows } from './paragraphs.ts';
import { type SentencePiece, sentencePieces } from './sentence-pieces.ts';

/**
 * A character after a backslash (`\"`) stays as typed, so that an editor can overrule typography. This step therefore precedes
 * the one that turns escapes into text. The parser has already found bare addresses, which stay as typed too.
 */
export const typesetText: BodyStep = (tokens, { lang }) => {
  if (!isFrench(lang)) return tokens;
  resolveConvertedEscapes(tokens);
  setJoinedQuotations(tokens);
  for (const children of eachTextBlock(tokens)) typesetTokens(children);
  return tokens;
};

/** Sets the marks of quotations of several paragraphs, since typography looks at one paragraph at a time. */
function setJoinedQuotations(tokens: readonly Token[]): void {
  if (!hasStraightMark(tokens)) return;
  for (const row of textRows(tokens)) {
    for (const { paragraph, at, by, isNew } of joinQuotations(row.map(textOf)).set) {
      if (isNew) row[paragraph]!.inline.children!.unshift(textToken(by));
      else setMark(row[paragraph]!, at, by);
    }
  }
}

function hasStraightMark(tokens: readonly Token[]): boolean {
  for (const children of eachTextBlock(tokens))
    if (children.some(({ type, content }) => type === 'text' && content.includes('"'))) return true;
  return false;
}

function setMark({ pieces }: TextBlock, at: number, mark: string): void {
  let start = 0;
  for (const { text, owner } of pieces) {
    const offset = at - start;
    start += text.length;
    if (start <= at) continue;
    if (owner) owner.content = owner.content.slice(0, offset) + mark + owner.content.slice(offset + 1);
    return;
  }
}

function typesetTokens(children: readonly Token[]): void {
  const only = children[0];
  if (children.length === 1 && only?.type === 'text') {
    only.content = typesetFrench(only.content);
    return;
  }
  const pieces = sentencePieces(children);
  for (const token of children) if (token.type === 'image') typesetImage(token);
  if (pieces.length === 0) return;
  const typeset = typesetPieces(pieces.map(({ text }: SentencePiece) => text));
  pieces.forEach(({ owner }, index) => {
    if (owner) owner.content = typeset[index]!;
  });
}

/** Readers read an image's description and title, but not its other attributes. */
function typesetImage(image: Token): void {
  if (image.children) typesetTokens(image.children);
  const title = image.attrGet('title');
  if (title !== null) image.attrSet('title', typesetFrench(String(title)));
}
