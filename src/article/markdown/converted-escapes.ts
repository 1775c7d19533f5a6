// Escapes of quotation marks and apostrophes, as programs that convert to Markdown write each of them, become the marks.
import { eachTextBlock, type Token } from './body-step.ts';

const MARKS = ['"', "'"];

/** An editor who overrules typography escapes a mark or a pair among others. */
const A_PAIR = 2;

/** Where all marks of a kind are escaped, and they are more than a pair, a program did it; with it those of the other kind, if none of them is bare. */
export function resolveConvertedEscapes(tokens: readonly Token[]): void {
  const escapes = escapesByMark(tokens);
  if (escapes.size === 0) return;
  const bare = MARKS.filter(mark => hasBare(tokens, mark));
  const whole = [...escapes.entries()].filter(([mark]) => !bare.includes(mark)).map(([, alike]) => alike);
  const isProgram = bare.length === 0 && whole.flat().length > A_PAIR;
  for (const alike of whole)
    if (isProgram || alike.length > A_PAIR) for (const token of alike) token.type = 'text';
}

function escapesByMark(tokens: readonly Token[]): ReadonlyMap<string, Token[]> {
  const escapes = new Map<string, Token[]>();
  for (const children of eachTextBlock(tokens)) {
    for (const token of children) {
      if (token.type !== 'text_special' || token.info !== 'escape' || !MARKS.includes(token.content))
        continue;
      const alike = escapes.get(token.content);
      if (alike) alike.push(token);
      else escapes.set(token.content, [token]);
    }
  }
  return escapes;
}

function hasBare(tokens: readonly Token[], mark: string): boolean {
  for (const children of eachTextBlock(tokens))
    if (children.some(token => token.type === 'text' && token.content.includes(mark))) return true;
  return false;
}
