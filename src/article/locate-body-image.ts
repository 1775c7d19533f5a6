// The address of an image in a body becomes its position in the file, for problems that show only when the image's file is read.
import type { Position } from '../source/position.ts';
import { isAllowedLink } from './markdown/allowed-links.ts';
import { makePositionFinder } from './markdown/body-position.ts';
import { makeParser } from './markdown/parser.ts';
import { splitFile } from './read-article.ts';

const parser = makeParser({ html: false, linkify: false, isAllowedLink });

/**
 * Finds the position of the first image with an address, as Markdown's parser gives it, in the file with these bytes, which is
 * parsed once; the file's beginning when there is none.
 */
export function bodyImageFinder(bytes: Uint8Array): (src: string) => Position {
  const split = splitFile('', bytes);
  const found = split.ok ? imagePositions(split.value.body, split.value.bodyLine) : null;
  return src => found?.get(src) ?? { line: 1, column: 1 };
}

function imagePositions(body: string, bodyLine: number): ReadonlyMap<string, Position> {
  const found = new Map<string, Position>();
  const lines = body.split('\n');
  const positions = makePositionFinder(lines, bodyLine);
  let map: readonly [number, number] = [0, lines.length];
  for (const block of parser.parse(body, {})) {
    if (block.map) map = block.map;
    for (const token of block.children ?? []) {
      if (token.type !== 'image') continue;
      // The finder goes forward, so it must find each image, also those with an address that came before.
      const position = positions.find('![', map[0], map[1]);
      const src = String(token.attrGet('src'));
      if (!found.has(src)) found.set(src, position);
    }
  }
  return found;
}
