// Tokens of escaped characters and character references, which typography treats apart, become tokens of ordinary text.
import { type BodyStep, eachTextBlock, type Token } from './body-step.ts';

export const turnEscapesIntoText: BodyStep = tokens => {
  for (const children of eachTextBlock(tokens)) turnIntoText(children);
  return tokens;
};

function turnIntoText(children: readonly Token[]): void {
  for (const token of children) {
    if (token.type === 'text_special') token.type = 'text';
    if (token.children) turnIntoText(token.children);
  }
}
