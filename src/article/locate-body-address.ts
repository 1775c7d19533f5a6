// The address of an image or a link in a body becomes its position in the file, for problems that show only when it is known where it leads.
import type { Position } from '../source/position.ts';
import { isAllowedLink } from './markdown/allowed-links.ts';
import { addressIn } from './markdown/body-addresses.ts';
import { makePositionFinder } from './markdown/body-position.ts';
import { makeParser } from './markdown/parser.ts';
import { splitFile } from './read-article.ts';

const parser = makeParser({ html: false, linkify: true, isAllowedLink });

/**
 * Finds the position of the first image or link with an address, as `bodyAddresses` and `bodyLinks` give it, in the file with these bytes,
 * which is parsed once; the file's beginning when there is none.
 */
export function bodyAddressFinder(bytes: Uint8Array): (address: string) => Position {
  const split = splitFile('', bytes);
  const found = split.ok ? addressPositions(split.value.body, split.value.bodyLine) : null;
  return address => found?.get(address) ?? { line: 1, column: 1 };
}

function addressPositions(body: string, bodyLine: number): ReadonlyMap<string, Position> {
  const found = new Map<string, Position>();
  const lines = body.split('\n');
  const positions = makePositionFinder(lines, bodyLine);
  let map: readonly [number, number] = [0, lines.length];
  for (const block of parser.parse(body, {})) {
    if (block.map) map = block.map;
    for (const token of block.children ?? []) {
      const { image, file } = addressIn(token);
      // The finder goes forward, so it must find each image, also those with an address that came before.
      if (image !== null) put(image, positions.find('![', map[0], map[1]));
      if (token.type !== 'link_open') continue;
      const href = String(token.attrGet('href'));
      for (const address of [file, href])
        if (address !== null && !found.has(address)) put(address, placeOf(address, map));
    }
  }
  return found;

  function put(address: string, position: Position): void {
    if (!found.has(address)) found.set(address, position);
  }

  /** Where the address is typed, in these letters or decoded; that of a definition stands elsewhere than the link. */
  function placeOf(address: string, [start, end]: readonly [number, number]): Position {
    for (const [from, to] of [
      [start, end],
      [0, lines.length],
    ] as const) {
      for (const typed of [address, decoded(address)]) {
        if (lines.slice(from, to).some(line => line.includes(typed)))
          return makePositionFinder(lines, bodyLine).find(typed, from, to);
      }
    }
    return positions.lineStart(start);
  }
}

/** Markdown's parser encodes accents and spaces, which editors write as they are. */
function decoded(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}
