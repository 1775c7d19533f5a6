// The inline tokens of a paragraph become its lines, as the editor typed them.
import type { Token } from './body-step.ts';

export interface TextLine {
  readonly tokens: readonly Token[];
  /** The break before the line; null for the first line. */
  readonly breakBefore: Token | null;
}

/** Breaks within bold text or a link part lines too. */
export function linesOf(children: readonly Token[]): readonly TextLine[] {
  const lines: { tokens: Token[]; breakBefore: Token | null }[] = [{ tokens: [], breakBefore: null }];
  for (const token of children) {
    if (token.type === 'softbreak' || token.type === 'hardbreak')
      lines.push({ tokens: [], breakBefore: token });
    else lines.at(-1)!.tokens.push(token);
  }
  return lines;
}

/** Whether what is opened in the line (bold text, a link) is closed in it. */
export function isWhole({ tokens }: TextLine): boolean {
  return tokens.reduce((depth, { nesting }) => depth + nesting, 0) === 0;
}

/** What a line begins with; empty if it begins with bold text, a link or code. */
export function beginningOf({ tokens }: TextLine): string {
  return tokens[0]?.type === 'text' ? tokens[0].content : '';
}
