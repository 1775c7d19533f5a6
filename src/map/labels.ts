// A name and the room for it on a map become a label with its position: no label covers another, or crosses its country's border.

import { type Box, type Cells, findRoom, markBox, middleOf } from './cell-grid.ts';
import { MAP_SIZE } from './map-size.ts';
import { textWidth } from './text-width.ts';

export interface Label {
  readonly lines: readonly string[];
  readonly size: number;
  /** `x` is where `anchor` says, `y` the middle of the first line. */
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly box: Box;
}

/** From one line to the next, as a multiple of the size of type. */
export const LEADING = 1.15;

/* In units of the view box. */
const EDGE = 6;
const DOT_GAP = 9;
/** Around a label: readers take two names side by side for one unless a wide gap parts them. */
const GAP = { beside: 9, above: 4 } as const;

/** The place's name; `boldFactor` is how much wider bold type is. */
const POINT = { size: 17, width: 200, lines: 3, boldFactor: 1.06 } as const;

/** Where the name may stand, as steps right and down from the dot. The first with which the name stays on the map is used. */
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

/** Where a name may break: at blanks and after hyphens. */
const BREAKS = / |(?<=\p{L}-)(?=\p{L})/u;

/** The name of the place beside its dot. */
export function pointLabel(name: string, [x, y]: readonly [number, number]): Label {
  const { size } = POINT;
  const lines = wrapName(name);
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
  return { lines, size, x: textX, y: firstLineY(box, size), anchor, box };
}

function onMap({ x, y, width, height }: Box): boolean {
  return x >= EDGE && y >= EDGE && x + width <= MAP_SIZE.width - EDGE && y + height <= MAP_SIZE.height - EDGE;
}

/**
 * A name in the middle of the cells of `inside`, or as near to it as there is room; null when there is none. The function marks the
 * label in `occupied`.
 * @param forms ways to break the name into lines, the best first.
 */
export function areaLabel(
  forms: readonly (readonly string[])[],
  size: number,
  inside: Cells,
  occupied: Cells,
): Label | null {
  const middle = middleOf(inside);
  if (middle === null) return null;
  for (const lines of forms) {
    const width = Math.max(...lines.map(line => textWidth(line, size)));
    const box = findRoom(width, lines.length * size * LEADING, inside, occupied, middle);
    if (box === null) continue;
    markBox(occupied, pad(box));
    return { lines, size, x: box.x + width / 2, y: firstLineY(box, size), anchor: 'middle', box };
  }
  return null;
}

/** The box with the gap around it that keeps labels apart. */
export function pad({ x, y, width, height }: Box, beside: number = GAP.beside): Box {
  const { above } = GAP;
  return { x: x - beside, y: y - above, width: width + 2 * beside, height: height + 2 * above };
}

function firstLineY({ y, height }: Box, size: number): number {
  const lines = Math.floor(height / (size * LEADING));
  return y + height / 2 - ((lines - 1) * size * LEADING) / 2;
}

/** The name on one line, then broken into two and three lines if it has as many words. */
export function formsOf(name: string): readonly (readonly string[])[] {
  const words = name.split(BREAKS);
  const forms: string[][] = [[name]];
  for (let count = 2; count <= Math.min(3, words.length); count++) forms.push(breakEvenly(words, count));
  return forms;
}

/** The way to set the words on `count` lines in which the widest line is narrowest. */
function breakEvenly(words: readonly string[], count: number): string[] {
  if (count === 1) return [joinWords(words)];
  let best: string[] = [];
  let narrowest = Infinity;
  for (let first = 1; first <= words.length - count + 1; first++) {
    const lines = [joinWords(words.slice(0, first)), ...breakEvenly(words.slice(first), count - 1)];
    const width = Math.max(...lines.map(line => textWidth(line, 1)));
    if (width < narrowest) [best, narrowest] = [lines, width];
  }
  return best;
}

/** A word that ends in a hyphen takes no blank. */
function joinWords(words: readonly string[]): string {
  return words.join(' ').replace(/(\p{L}-) (?=\p{L})/gu, '$1');
}

/** A long name on a few lines; an ellipsis stands for what has no room. */
function wrapName(name: string): readonly string[] {
  const words = name.split(BREAKS);
  const most = Math.min(POINT.lines, words.length);
  for (let count = 1; count < most; count++) {
    const lines = breakEvenly(words, count);
    if (lines.every(line => pointWidth(line) <= POINT.width)) return lines;
  }
  return breakEvenly(words, most).map(shorten);
}

function shorten(line: string): string {
  if (pointWidth(line) <= POINT.width) return line;
  const characters = [...line];
  while (pointWidth(`${characters.join('')}…`) > POINT.width) characters.pop();
  return `${characters.join('')}…`;
}

function pointWidth(line: string): number {
  return textWidth(line, POINT.size) * POINT.boldFactor;
}
