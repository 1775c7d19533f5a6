// The inline tokens of a block become the text that readers see, with a sign in place of what is no text.
import { OBJECT } from '../../typography/characters.ts';
import type { Token } from '../markdown/body-step.ts';
import type { Checking } from './body-checking.ts';

interface ShownText {
  readonly text: string;
  /** The block's `inline` token, and the token before it, which opens the block. */
  readonly block: Token;
  readonly opening: Token | undefined;
  /** The lines of the block, counted from 0, the last one not included. */
  readonly start: number;
  readonly end: number;
}

/** The running text of each paragraph, heading and cell of a table, without images' descriptions. */
export function* eachShownText({ tokens, lines }: Checking): Generator<ShownText> {
  let map: readonly [number, number] = [0, lines.length];
  for (const [index, block] of tokens.entries()) {
    if (block.map) map = block.map;
    if (block.type !== 'inline' || !block.children) continue;
    const text = shownText(block.children);
    yield { text, block, opening: tokens[index - 1], start: map[0], end: map[1] };
  }
}

/** Code, images and escaped characters are signs: none of them is what it looks like. Bold text and links are their words. */
function shownText(children: readonly Token[]): string {
  let text = '';
  for (const { type, content, nesting } of children) {
    if (type === 'text') text += content;
    else if (type === 'softbreak' || type === 'hardbreak') text += '\n';
    else if (nesting === 0) text += OBJECT;
  }
  return text;
}
