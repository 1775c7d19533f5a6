// The size of a globe or a scale becomes its place: the corner of the map where it covers least of the map's country.

import { areaOf, type Box, type Cells, cellsUnder, markBox } from './cell-grid.ts';
import { pad } from './labels.ts';
import { MAP_SIZE } from './map-size.ts';

/** Between a box and the edges, in units of the view box. */
const MARGIN = 8;

/** A box in each corner, the preferred corner first. */
function cornerBoxes(width: number, height: number): readonly Box[] {
  const right = MAP_SIZE.width - MARGIN - width;
  const bottom = MAP_SIZE.height - MARGIN - height;
  return [
    { x: right, y: bottom, width, height },
    { x: MARGIN, y: bottom, width, height },
    { x: right, y: MARGIN, width, height },
    { x: MARGIN, y: MARGIN, width, height },
  ];
}

/**
 * The box of that size in the best free corner; null when no corner is free. The function marks the box in `occupied`.
 * @param occupied cells that a box may not cover.
 * @param country cells of the country that the map is about: a box covers them only if it must.
 */
export function placeInCorner(width: number, height: number, occupied: Cells, country: Cells): Box | null {
  const free = cornerBoxes(width, height)
    .map(box => ({ box, cells: cellsUnder(box) }))
    .filter(({ cells }) => !cells.some((cell, at) => cell === 1 && occupied[at] === 1))
    .map(({ box, cells }) => ({ box, covered: areaOf(cells.map((cell, at) => cell & country[at]!)) }));
  const box = free.sort((a, b) => a.covered - b.covered)[0]?.box ?? null;
  if (box) markBox(occupied, pad(box));
  return box;
}
