// What a check of a body looks at, and where it leaves what it finds; and the body's inline pieces, one by one.
import type { Rule } from '../../problem/rule.ts';
import type { Position } from '../../source/position.ts';
import type { PositionFinder } from '../markdown/body-position.ts';
import type { Token } from '../markdown/body-step.ts';

export interface Checking {
  readonly tokens: readonly Token[];
  readonly lines: readonly string[];
  /** Of this check alone, since it goes forward with each text that it finds. */
  readonly places: PositionFinder;
  /** Calls `place` only for as many mistakes as are shown: to find each of thousands takes long. */
  readonly report: (place: () => Position, rule: Rule, message: string) => void;
}

/** Reports the mistakes of one rule. */
export type BodyCheck = (checking: Checking) => void;

interface Piece {
  readonly token: Token;
  /** The lines of the block around it, counted from 0, the last one not included. */
  readonly start: number;
  readonly end: number;
}

/** Every inline token with the lines of its block, images' descriptions, notes within the text and cells of tables included. */
export function* eachPiece({ tokens, lines }: Checking): Generator<Piece> {
  let map: readonly [number, number] = [0, lines.length];
  for (const block of tokens) {
    if (block.map) map = block.map;
    for (const token of block.children ?? []) yield* withDescription(token, map[0], map[1]);
  }
}

function* withDescription(token: Token, start: number, end: number): Generator<Piece> {
  yield { token, start, end };
  for (const child of token.children ?? []) yield* withDescription(child, start, end);
}
