// The addresses of images and links in a body become their positions in the file, for problems that show only when it is known where these lead.
import type { Position } from '../source/position.ts';
import { isAllowedLink } from './markdown/allowed-links.ts';
import { addressIn } from './markdown/body-addresses.ts';
import { makePositionFinder, type PositionFinder } from './markdown/body-position.ts';
import { makeParser } from './markdown/parser.ts';
import { splitFile } from './read-article.ts';

const parser = makeParser({ html: false, linkify: true, isAllowedLink });

/** By each of the addresses `wanted`, as `bodyAddresses` and `bodyLinks` give them, the position of the first image or link that names it. */
export function locateBodyAddresses(
  bytes: Uint8Array,
  wanted: ReadonlySet<string>,
): ReadonlyMap<string, Position> {
  const found = new Map<string, Position>();
  if (wanted.size === 0) return found;
  const split = splitFile('', bytes);
  if (!split.ok) return found;
  const { body, bodyLine } = split.value;
  const lines = body.split('\n');
  const positions = makePositionFinder(lines, bodyLine);
  let map: readonly [number, number] = [0, lines.length];
  let ofBlock = body;
  for (const block of parser.parse(body, {})) {
    if (block.map) {
      map = block.map;
      if (block.children) ofBlock = lines.slice(...map).join('\n');
    }
    for (const token of block.children ?? []) {
      const { image, file } = addressIn(token);
      const href = token.type === 'link_open' ? String(token.attrGet('href')) : null;
      for (const address of [file, href])
        if (address !== null && wanted.has(address) && !found.has(address))
          found.set(address, placeOfLink(address, ofBlock, map, { body, lines, positions }));
      if (image === null) continue;
      // The finder goes forward, so it must find each image, also those with an address that came before.
      const position = positions.find('![', ...map);
      if (wanted.has(image) && !found.has(image)) found.set(image, position);
    }
  }
  return found;
}

/** Where the address is typed; that of a definition stands elsewhere than the link. */
function placeOfLink(
  address: string,
  ofBlock: string,
  map: readonly [number, number],
  whole: { readonly body: string; readonly lines: readonly string[]; readonly positions: PositionFinder },
): Position {
  const { body, lines, positions } = whole;
  const typed = asWritten(address, ofBlock) ?? asWritten(address, body);
  if (typed === null) return positions.lineStart(map[0]);
  return ofBlock.includes(typed) ? positions.find(typed, ...map) : positions.find(typed, 0, lines.length);
}

/** Markdown's parser encodes accents and spaces, which editors write as they are. null: it is not there in either way. */
function asWritten(address: string, text: string): string | null {
  let decoded = address;
  try {
    decoded = decodeURI(address);
  } catch {
    // It holds a percent sign that encodes nothing.
  }
  return [decoded, address].find(written => text.includes(written)) ?? null;
}
