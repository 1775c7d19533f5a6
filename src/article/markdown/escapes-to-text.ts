// Escaped characters and entities, which typography had to know apart, become ordinary text.
import { type BodyStep, eachLine, type Token } from './body-step.ts';

export const settleEscapes: BodyStep = tokens => {
  for (const children of eachLine(tokens)) settle(children);
  return tokens;
};

function settle(children: readonly Token[]): void {
  for (const token of children) {
    if (token.type === 'text_special') token.type = 'text';
    if (token.children) settle(token.children);
  }
}
