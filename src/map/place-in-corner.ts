// What has to stand in a corner of a map to the corner where it covers the least of what the map is about, which is then taken.

import { areaOf, type Box, type Cells, cellsOf, take } from './cell-grid.ts';
import { padded } from './labels.ts';
import { MAP_SIZE } from './map-extent.ts';

/** Units of the view box, to the edges. */
const MARGIN = 8;

/** The four boxes of a size in the corners; of corners as good, the first. */
function corners(width: number, height: number): readonly Box[] {
  const right = MAP_SIZE.width - MARGIN - width;
  const bottom = MAP_SIZE.height - MARGIN - height;
  return [
    { x: right, y: bottom, width, height },
    { x: MARGIN, y: bottom, width, height },
    { x: right, y: MARGIN, width, height },
    { x: MARGIN, y: MARGIN, width, height },
  ];
}

/** null: in all corners stands something that may not be covered (`taken`, which grows); `about` is covered when it must be. */
export function standInCorner(width: number, height: number, taken: Cells, about: Cells): Box | null {
  const free = corners(width, height)
    .map(box => ({ box, cells: cellsOf(box) }))
    .filter(({ cells }) => !cells.some((cell, at) => cell === 1 && taken[at] === 1))
    .map(({ box, cells }) => ({ box, covered: areaOf(cells.map((cell, at) => cell & about[at]!)) }));
  const box = free.sort((a, b) => a.covered - b.covered)[0]?.box ?? null;
  if (box) take(taken, padded(box));
  return box;
}
