// The tokens of a body become its paragraphs, in rows of those that follow each other at one depth: a quotation may go through a row.
import type { Token } from './body-step.ts';
import { type SentencePiece, sentencePieces } from './sentence-pieces.ts';

export interface TextBlock {
  readonly inline: Token;
  readonly pieces: readonly SentencePiece[];
  /** The lines of the block, counted from 0, the last one not included; null where the parser does not say. */
  readonly lines: readonly [number, number] | null;
}

/** A heading or a cell is a row of its own. */
export function textRows(tokens: readonly Token[]): readonly (readonly TextBlock[])[] {
  const rows: TextBlock[][] = [];
  const rowAtDepth = new Map<number, TextBlock[]>();
  let lines: readonly [number, number] | null = null;
  tokens.forEach((token, index) => {
    if (token.map) lines = token.map;
    if (token.type !== 'inline' || !token.children) return;
    const block = { inline: token, pieces: sentencePieces(token.children), lines };
    const known = tokens[index - 1]?.type === 'paragraph_open' ? rowAtDepth.get(token.level) : undefined;
    if (known) {
      known.push(block);
      return;
    }
    const row = [block];
    rows.push(row);
    if (tokens[index - 1]?.type === 'paragraph_open') rowAtDepth.set(token.level, row);
  });
  return rows;
}

export function textOf({ pieces }: TextBlock): string {
  return pieces.map(({ text }) => text).join('');
}
