// Shapes on a map to a grid of cells, so that it can be asked where a box lies wholly within one, or clear of all.
import { MAP_SIZE } from './map-extent.ts';
import type { Line } from './outline.ts';

/** Units of the view box for the side of a cell. */
const CELL = 4;
const COLUMNS = MAP_SIZE.width / CELL;
const ROWS = MAP_SIZE.height / CELL;

/** 1 where the middle of a cell lies within. */
export type Cells = Uint8Array;

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export function noCells(): Cells {
  return new Uint8Array(COLUMNS * ROWS);
}

/** What lies within an odd number of the rings: lands without their lakes. */
export function cellsWithin(rings: readonly Line[]): Cells {
  const cells = noCells();
  for (let row = 0; row < ROWS; row++) {
    const crossings = crossingsOf(rings, (row + 0.5) * CELL);
    for (let at = 0; at + 1 < crossings.length; at += 2) {
      const first = Math.max(0, Math.ceil(crossings[at]! / CELL - 0.5));
      const last = Math.min(COLUMNS - 1, Math.floor(crossings[at + 1]! / CELL - 0.5));
      if (first <= last) cells.fill(1, row * COLUMNS + first, row * COLUMNS + last + 1);
    }
  }
  return cells;
}

/** Where rings cross a level line, from left to right. */
function crossingsOf(rings: readonly Line[], y: number): readonly number[] {
  const crossings: number[] = [];
  for (const ring of rings) {
    let [x1, y1] = ring.at(-1)!;
    for (const [x2, y2] of ring) {
      if (y1 > y !== y2 > y) crossings.push(x1 + ((y - y1) / (y2 - y1)) * (x2 - x1));
      [x1, y1] = [x2, y2];
    }
  }
  return crossings.sort((a, b) => a - b);
}

export interface Circle {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

export function cellsWithinAny(circles: readonly Circle[]): Cells {
  return noCells().map((_, at) => {
    const x = ((at % COLUMNS) + 0.5) * CELL;
    const y = (Math.floor(at / COLUMNS) + 0.5) * CELL;
    return circles.some(circle => (x - circle.x) ** 2 + (y - circle.y) ** 2 <= circle.radius ** 2) ? 1 : 0;
  });
}

/** The cells of `a` that are not in `b`. */
export function without(a: Cells, b: Cells): Cells {
  return a.map((cell, at) => cell & (1 - b[at]!));
}

/** A strip along the edges. */
export function edgeCells(breadth: number): Cells {
  const cells = noCells();
  take(cells, { x: 0, y: 0, width: MAP_SIZE.width, height: breadth });
  take(cells, { x: 0, y: MAP_SIZE.height - breadth, width: MAP_SIZE.width, height: breadth });
  take(cells, { x: 0, y: 0, width: breadth, height: MAP_SIZE.height });
  take(cells, { x: MAP_SIZE.width - breadth, y: 0, width: breadth, height: MAP_SIZE.height });
  return cells;
}

export function union(a: Cells, b: Cells): Cells {
  return a.map((cell, at) => cell | b[at]!);
}

/** Cells that a box touches. */
export function cellsOf(box: Box): Cells {
  const cells = noCells();
  take(cells, box);
  return cells;
}

/** Sets the cells that a box touches. */
export function take(cells: Cells, { x, y, width, height }: Box): void {
  const [left, right] = [Math.max(0, Math.floor(x / CELL)), Math.min(COLUMNS, Math.ceil((x + width) / CELL))];
  const [top, bottom] = [Math.max(0, Math.floor(y / CELL)), Math.min(ROWS, Math.ceil((y + height) / CELL))];
  for (let row = top; row < bottom; row++)
    if (left < right) cells.fill(1, row * COLUMNS + left, row * COLUMNS + right);
}

/** Square units. */
export function areaOf(cells: Cells): number {
  return cells.reduce((sum, cell) => sum + cell, 0) * CELL * CELL;
}

/** The middle of the cells, in units of the view box; null when there are none. */
export function middleOf(cells: Cells): readonly [x: number, y: number] | null {
  let [count, x, y] = [0, 0, 0];
  cells.forEach((cell, at) => {
    if (cell === 0) return;
    count++;
    x += (at % COLUMNS) + 0.5;
    y += Math.floor(at / COLUMNS) + 0.5;
  });
  return count === 0 ? null : [(x / count) * CELL, (y / count) * CELL];
}

/**
 * The place for a box of a size nearest to `target` where all of it lies within `inside` and none of it in `taken`. Of places
 * as near, the highest and then the leftmost.
 */
export function roomFor(
  width: number,
  height: number,
  inside: Cells,
  taken: Cells,
  target: readonly [x: number, y: number],
): Box | null {
  const columns = Math.ceil(width / CELL);
  const rows = Math.ceil(height / CELL);
  const free = sums(without(inside, taken));
  let best: Box | null = null;
  let nearest = Infinity;
  for (let row = 0; row + rows <= ROWS; row++) {
    for (let column = 0; column + columns <= COLUMNS; column++) {
      if (countIn(free, column, row, columns, rows) < columns * rows) continue;
      const x = (column + columns / 2) * CELL;
      const y = (row + rows / 2) * CELL;
      const distance = (x - target[0]) ** 2 + (y - target[1]) ** 2;
      if (distance >= nearest) continue;
      nearest = distance;
      best = { x: x - width / 2, y: y - height / 2, width, height };
    }
  }
  return best;
}

/** For each corner of a cell, how many cells are set to the left of it and above. */
function sums(cells: Cells): Uint32Array {
  const table = new Uint32Array((COLUMNS + 1) * (ROWS + 1));
  for (let row = 0; row < ROWS; row++) {
    let line = 0;
    for (let column = 0; column < COLUMNS; column++) {
      line += cells[row * COLUMNS + column]!;
      table[(row + 1) * (COLUMNS + 1) + column + 1] = table[row * (COLUMNS + 1) + column + 1]! + line;
    }
  }
  return table;
}

function countIn(table: Uint32Array, column: number, row: number, columns: number, rows: number): number {
  const at = (x: number, y: number): number => table[y * (COLUMNS + 1) + x]!;
  return (
    at(column + columns, row + rows) - at(column, row + rows) - at(column + columns, row) + at(column, row)
  );
}
