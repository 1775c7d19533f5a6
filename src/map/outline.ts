// Lands and borders of the Earth become path data for a map: clipped to it, and without details that readers would not see.

import type { GeoPermissibleObjects } from 'd3-geo';
import { type GeoProjection, geoStream } from 'd3-geo';

export type Point = readonly [x: number, y: number];
/** Closed rings, or open lines, in units of the view box. */
export type Line = readonly Point[];

/** The lines of `object` that fall on the map. */
export function projectLines(object: GeoPermissibleObjects, project: GeoProjection): readonly Line[] {
  const lines: Point[][] = [];
  geoStream(
    object,
    project.stream({
      point: (x, y) => lines.at(-1)!.push([x, y]),
      lineStart: () => lines.push([]),
      lineEnd: () => {},
      polygonStart: () => {},
      polygonEnd: () => {},
    }),
  );
  return lines;
}

/** Leaves out points that lie nearer than `tolerance` to the simpler line (Douglas and Peucker, 1973). Units of the view box. */
export function simplify(line: Line, tolerance: number): Line {
  const keep = new Uint8Array(line.length);
  keep[0] = keep[line.length - 1] = 1;
  const parts: [number, number][] = [[0, line.length - 1]];
  for (let part = parts.pop(); part; part = parts.pop()) {
    const [first, last] = part;
    let farthest = -1;
    let most = tolerance ** 2;
    for (let at = first + 1; at < last; at++) {
      const distance = squaredDistance(line[at]!, line[first]!, line[last]!);
      if (distance > most) [farthest, most] = [at, distance];
    }
    if (farthest < 0) continue;
    keep[farthest] = 1;
    parts.push([first, farthest], [farthest, last]);
  }
  return line.filter((_, index) => keep[index]);
}

/** The squared distance from a point to the line between two others. */
function squaredDistance([x, y]: Point, [x1, y1]: Point, [x2, y2]: Point): number {
  const [dx, dy] = [x2 - x1, y2 - y1];
  const length = dx * dx + dy * dy;
  const share = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - x1) * dx + (y - y1) * dy) / length));
  return (x - x1 - share * dx) ** 2 + (y - y1 - share * dy) ** 2;
}

/** In square units; the last point need not repeat the first. */
export function area(ring: Line): number {
  let twice = 0;
  for (let at = 0; at < ring.length; at++) {
    const [x1, y1] = ring[at]!;
    const [x2, y2] = ring[(at + 1) % ring.length]!;
    twice += x1 * y2 - x2 * y1;
  }
  return Math.abs(twice) / 2;
}

/** Path data in tenths of a unit: whole numbers are the shortest, and readers see no tenth of a pixel. */
export function pathData(lines: readonly Line[], closed: boolean): string {
  return lines.map(line => linePath(line, closed)).join('');
}

function linePath(line: Line, closed: boolean): string {
  const tenths = line.map(([x, y]) => [Math.round(x * 10), Math.round(y * 10)] as const);
  let [lastX, lastY] = tenths[0]!;
  let path = `M${lastX}${nextNumber(lastY)}`;
  let command = 'l';
  for (const [x, y] of tenths.slice(1)) {
    if (x === lastX && y === lastY) continue;
    const dx = x - lastX;
    path += `${command}${command === '' ? nextNumber(dx) : dx}${nextNumber(y - lastY)}`;
    command = '';
    [lastX, lastY] = [x, y];
  }
  return closed ? `${path}z` : path;
}

/** After another number: a blank parts the two, but a minus sign does so by itself. */
function nextNumber(value: number): string {
  return value < 0 ? `${value}` : ` ${value}`;
}
