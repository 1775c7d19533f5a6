// Shapes on a map become cells of a grid, in which a search finds room for a box within one shape and clear of others.
import { MAP_SIZE } from './map-size.ts';
import type { Line } from './outline.ts';

/** The side of a cell, in units of the view box. */
const CELL = 4;
const COLUMNS = MAP_SIZE.width / CELL;
const ROWS = MAP_SIZE.height / CELL;

/** One byte a cell, row by row: 1 if the middle of the cell lies in the shape, or else 0. */
export type Cells = Uint8Array;

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export function emptyCells(): Cells {
  return new Uint8Array(COLUMNS * ROWS);
}

/** Cells that lie within an odd number of the rings: land, without the lakes in it. */
export function cellsWithin(rings: readonly Line[]): Cells {
  const cells = emptyCells();
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

/** The x of each point where a ring crosses the level line at `y`, from left to right. */
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

/** Cells that lie within at least one of the circles. */
export function cellsWithinCircles(circles: readonly Circle[]): Cells {
  return emptyCells().map((_, at) => {
    const x = ((at % COLUMNS) + 0.5) * CELL;
    const y = (Math.floor(at / COLUMNS) + 0.5) * CELL;
    return circles.some(circle => (x - circle.x) ** 2 + (y - circle.y) ** 2 <= circle.radius ** 2) ? 1 : 0;
  });
}

/** Cells of `a` that are not in `b`. */
export function subtract(a: Cells, b: Cells): Cells {
  return a.map((cell, at) => cell & (1 - b[at]!));
}

/** Cells of a strip along the edges of the map; `breadth` in units of the view box. */
export function edgeCells(breadth: number): Cells {
  const cells = emptyCells();
  markBox(cells, { x: 0, y: 0, width: MAP_SIZE.width, height: breadth });
  markBox(cells, { x: 0, y: MAP_SIZE.height - breadth, width: MAP_SIZE.width, height: breadth });
  markBox(cells, { x: 0, y: 0, width: breadth, height: MAP_SIZE.height });
  markBox(cells, { x: MAP_SIZE.width - breadth, y: 0, width: breadth, height: MAP_SIZE.height });
  return cells;
}

/** Cells of `a` or of `b`. */
export function union(a: Cells, b: Cells): Cells {
  return a.map((cell, at) => cell | b[at]!);
}

/** Cells that the box touches. */
export function cellsUnder(box: Box): Cells {
  const cells = emptyCells();
  markBox(cells, box);
  return cells;
}

/** Sets the cells that the box touches. */
export function markBox(cells: Cells, { x, y, width, height }: Box): void {
  const [left, right] = [Math.max(0, Math.floor(x / CELL)), Math.min(COLUMNS, Math.ceil((x + width) / CELL))];
  const [top, bottom] = [Math.max(0, Math.floor(y / CELL)), Math.min(ROWS, Math.ceil((y + height) / CELL))];
  for (let row = top; row < bottom; row++)
    if (left < right) cells.fill(1, row * COLUMNS + left, row * COLUMNS + right);
}

/** In square units. */
export function areaOf(cells: Cells): number {
  return cells.reduce((sum, cell) => sum + cell, 0) * CELL * CELL;
}

/** The centre of mass of the cells, in units of the view box; null when none is set. */
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
 * The box of that size that lies nearest to `target`, wholly within `inside` and clear of `occupied`; null when there is no room.
 * Of boxes at the same distance the highest wins, then the leftmost.
 */
export function findRoom(
  width: number,
  height: number,
  inside: Cells,
  occupied: Cells,
  target: readonly [x: number, y: number],
): Box | null {
  const columns = Math.ceil(width / CELL);
  const rows = Math.ceil(height / CELL);
  const free = countTable(subtract(inside, occupied));
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

/** For each corner of a cell, the number of set cells above it and to its left: a summed-area table (Crow, 1984). */
function countTable(cells: Cells): Uint32Array {
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

/** How many of the cells are set in a block of the grid. */
function countIn(table: Uint32Array, column: number, row: number, columns: number, rows: number): number {
  const at = (x: number, y: number): number => table[y * (COLUMNS + 1) + x]!;
  return (
    at(column + columns, row + rows) - at(column, row + rows) - at(column + columns, row) + at(column, row)
  );
}
