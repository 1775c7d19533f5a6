// The inline tokens of a block become the text that readers see, with a sign in place of what is no text.
import { OBJECT } from '../../typography/characters.ts';
import type { Token } from '../markdown/body-step.ts';
import type { Checking } from './body-checking.ts';

interface ShownText {
  readonly text: string;
  /** The block's `inline` token, and the token before it, which opens the block; of a note within a text its call, and nothing. */
  readonly block: Token;
  readonly opening: Token | undefined;
  /** The lines of the block, counted from 0, the last one not included. */
  readonly start: number;
  readonly end: number;
}

/** The running text of each paragraph, heading, cell of a table and note within these, without images' descriptions. */
export function* eachShownText({ tokens, lines }: Checking): Generator<ShownText> {
  let map: readonly [number, number] = [0, lines.length];
  for (const [index, block] of tokens.entries()) {
    if (block.map) map = block.map;
    if (block.type !== 'inline' || !block.children) continue;
    const place = { start: map[0], end: map[1] };
    yield { text: shownText(block.children), block, opening: tokens[index - 1], ...place };
    for (const note of notesWithin(block.children))
      yield { text: shownText(note.children!), block: note, opening: undefined, ...place };
  }
}

/** `^[notes]`, and those in them. */
function* notesWithin(children: readonly Token[]): Generator<Token> {
  for (const token of children) {
    if (token.type !== 'footnote_ref' || !token.children) continue;
    yield token;
    yield* notesWithin(token.children);
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
