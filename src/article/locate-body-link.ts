// The address of a link in a body becomes its position in the file, for problems that show only when all addresses are known.
import type { Position } from '../source/position.ts';
import { isAllowedLink } from './markdown/allowed-links.ts';
import { makePositionFinder } from './markdown/body-position.ts';
import { makeParser } from './markdown/parser.ts';
import { splitFile } from './read-article.ts';

const parser = makeParser({ html: false, linkify: true, isAllowedLink });

/**
 * Finds the position of the first link with an address, as Markdown's parser gives it, in the file with these bytes, which is
 * parsed once; the file's beginning when there is none.
 */
export function bodyLinkFinder(bytes: Uint8Array): (href: string) => Position {
  const split = splitFile('', bytes);
  const found = split.ok ? linkPositions(split.value.body, split.value.bodyLine) : null;
  return href => found?.get(href) ?? { line: 1, column: 1 };
}

function linkPositions(body: string, bodyLine: number): ReadonlyMap<string, Position> {
  const found = new Map<string, Position>();
  const lines = body.split('\n');
  let map: readonly [number, number] = [0, lines.length];
  for (const block of parser.parse(body, {})) {
    if (block.map) map = block.map;
    for (const token of block.children ?? []) {
      if (token.type !== 'link_open') continue;
      const href = String(token.attrGet('href'));
      if (!found.has(href)) found.set(href, placeOf(href, lines, map, bodyLine));
    }
  }
  return found;
}

/** The address where it is typed, in these letters or decoded; that of a definition stands elsewhere than the link. */
function placeOf(
  href: string,
  lines: readonly string[],
  [start, end]: readonly [number, number],
  bodyLine: number,
): Position {
  for (const [from, to] of [
    [start, end],
    [0, lines.length],
  ] as const) {
    for (const typed of [href, decoded(href)]) {
      if (lines.slice(from, to).some(line => line.includes(typed)))
        return makePositionFinder(lines, bodyLine).find(typed, from, to);
    }
  }
  return makePositionFinder(lines, bodyLine).lineStart(start);
}

function decoded(href: string): string {
  try {
    return decodeURI(href);
  } catch {
    return href;
  }
}
