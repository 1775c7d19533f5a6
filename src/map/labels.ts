// Names, and the room that a map has for them, to where each stands: none over another, none over its country's border.

import { type Box, type Cells, middleOf, roomFor, take } from './cell-grid.ts';
import { MAP_SIZE } from './map-extent.ts';
import { textWidth } from './text-width.ts';

export interface Label {
  readonly lines: readonly string[];
  readonly size: number;
  /** Of the middle of the first line. */
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly box: Box;
}

/** From line to line, of the size of type. */
export const LEADING = 1.15;

/* Units of the view box. */
const EDGE = 6;
const DOT_GAP = 9;
/** Names side by side are read as one unless they are well apart. */
const APART = { beside: 9, above: 4 } as const;

/** `wider`: it is bold. */
const POINT = { size: 17, width: 200, lines: 3, wider: 1.06 } as const;

/** Right of the dot at best; else wherever the name stays on the map. */
const SIDES = [
  [1, 0],
  [-1, 0],
  [1, -1],
  [1, 1],
  [-1, -1],
  [-1, 1],
  [0, -1],
  [0, 1],
] as const;

/** Where a name may go to the next line. */
const BREAKS = / |(?<=\p{L}-)(?=\p{L})/u;

/** The name of the place beside its dot. */
export function pointLabel(name: string, [x, y]: readonly [number, number]): Label {
  const { size } = POINT;
  const lines = wrapped(name);
  const width = Math.max(...lines.map(pointWidth));
  const height = lines.length * size * LEADING;
  const boxes = SIDES.map(([right, down]) => ({
    right,
    box: {
      x: x + right * DOT_GAP - (right === 0 ? width / 2 : right < 0 ? width : 0),
      y: y + down * (down === 0 ? 0 : DOT_GAP + height / 2 - (right === 0 ? 0 : size / 2)) - height / 2,
      width,
      height,
    },
  }));
  const { right, box } = boxes.find(({ box }) => onMap(box)) ?? boxes[0]!;
  const anchor = right === 0 ? 'middle' : right > 0 ? 'start' : 'end';
  const textX = { start: box.x, middle: box.x + width / 2, end: box.x + width }[anchor];
  return { lines, size, x: textX, y: firstLine(box, size), anchor, box };
}

function onMap({ x, y, width, height }: Box): boolean {
  return x >= EDGE && y >= EDGE && x + width <= MAP_SIZE.width - EDGE && y + height <= MAP_SIZE.height - EDGE;
}

/** A name in the middle of cells, or as near to it as it has room; `forms` are ways to write it, the best first. */
export function areaLabel(
  forms: readonly (readonly string[])[],
  size: number,
  inside: Cells,
  taken: Cells,
): Label | null {
  const middle = middleOf(inside);
  if (middle === null) return null;
  for (const lines of forms) {
    const width = Math.max(...lines.map(line => textWidth(line, size)));
    const box = roomFor(width, lines.length * size * LEADING, inside, taken, middle);
    if (box === null) continue;
    take(taken, padded(box));
    return { lines, size, x: box.x + width / 2, y: firstLine(box, size), anchor: 'middle', box };
  }
  return null;
}

/** With the distance that names keep from each other, or another one at its sides. */
export function padded({ x, y, width, height }: Box, beside: number = APART.beside): Box {
  const { above } = APART;
  return { x: x - beside, y: y - above, width: width + 2 * beside, height: height + 2 * above };
}

function firstLine({ y, height }: Box, size: number): number {
  const lines = Math.floor(height / (size * LEADING));
  return y + height / 2 - ((lines - 1) * size * LEADING) / 2;
}

/** A name on one line, and then on two, three if it has as many words, broken at blanks and after hyphens. */
export function formsOf(name: string): readonly (readonly string[])[] {
  const words = name.split(BREAKS);
  const forms: string[][] = [[name]];
  for (let count = 2; count <= Math.min(3, words.length); count++) forms.push(balanced(words, count));
  return forms;
}

/** The narrowest way to set words on a number of lines. */
function balanced(words: readonly string[], count: number): string[] {
  if (count === 1) return [joined(words)];
  let best: string[] = [];
  let narrowest = Infinity;
  for (let first = 1; first <= words.length - count + 1; first++) {
    const lines = [joined(words.slice(0, first)), ...balanced(words.slice(first), count - 1)];
    const width = Math.max(...lines.map(line => textWidth(line, 1)));
    if (width < narrowest) [best, narrowest] = [lines, width];
  }
  return best;
}

function joined(words: readonly string[]): string {
  return words.join(' ').replace(/(\p{L}-) (?=\p{L})/gu, '$1');
}

/** A long name on a few lines; what has no room gives way to an ellipsis. */
function wrapped(name: string): readonly string[] {
  const words = name.split(BREAKS);
  const most = Math.min(POINT.lines, words.length);
  for (let count = 1; count < most; count++) {
    const lines = balanced(words, count);
    if (lines.every(line => pointWidth(line) <= POINT.width)) return lines;
  }
  return balanced(words, most).map(shortened);
}

function shortened(line: string): string {
  if (pointWidth(line) <= POINT.width) return line;
  const characters = [...line];
  while (pointWidth(`${characters.join('')}…`) > POINT.width) characters.pop();
  return `${characters.join('')}…`;
}

function pointWidth(line: string): number {
  return textWidth(line, POINT.size) * POINT.wider;
}
