// The address of an image in a body becomes its position in the file, for problems that show only when the image's file is read.
import type { Position } from '../source/position.ts';
import { isAllowedLink } from './markdown/allowed-links.ts';
import { makePositionFinder } from './markdown/body-position.ts';
import { makeParser } from './markdown/parser.ts';
import { splitFile } from './read-article.ts';

const parser = makeParser({ html: false, linkify: false, isAllowedLink });

/**
 * The position of the first image whose address is `src`, as Markdown's parser gives it; the file's beginning when there
 * is none.
 */
export function locateBodyImage(bytes: Uint8Array, src: string): Position {
  const split = splitFile('', bytes);
  if (!split.ok) return { line: 1, column: 1 };
  const { body, bodyLine } = split.value;
  const lines = body.split('\n');
  const positions = makePositionFinder(lines, bodyLine);
  let map: readonly [number, number] = [0, lines.length];
  for (const block of parser.parse(body, {})) {
    if (block.map) map = block.map;
    for (const token of block.children ?? []) {
      if (token.type !== 'image') continue;
      // The finder goes forward, so it must find each image, also those with another address.
      const position = positions.find('![', map[0], map[1]);
      if (String(token.attrGet('src')) === src) return position;
    }
  }
  return { line: 1, column: 1 };
}
