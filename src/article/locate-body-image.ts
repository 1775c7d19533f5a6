// An image of a text, by its name, becomes its place in the file: for problems found when the image is looked for.
import type { Position } from '../source/position.ts';
import { isAllowedLink } from './markdown/allowed-links.ts';
import { makePlaceFinder } from './markdown/body-position.ts';
import { makeParser } from './markdown/parser.ts';
import { splitFile } from './read-article.ts';

const parser = makeParser({ html: false, linkify: false, isAllowedLink });

/** Where the first image of that name (as Markdown's parser gives it) stands; the file's beginning when there is none. */
export function locateBodyImage(bytes: Uint8Array, src: string): Position {
  const split = splitFile('', bytes);
  if (!split.ok) return { line: 1, column: 1 };
  const { body, bodyLine } = split.value;
  const lines = body.split('\n');
  const places = makePlaceFinder(lines, bodyLine);
  let map: readonly [number, number] = [0, lines.length];
  for (const block of parser.parse(body, {})) {
    if (block.map) map = block.map;
    for (const token of block.children ?? []) {
      if (token.type !== 'image') continue;
      const place = places.find('![', map[0], map[1]);
      if (String(token.attrGet('src')) === src) return place;
    }
  }
  return { line: 1, column: 1 };
}
