// A place to a small globe that shows which part of the Earth a map is of.
import { geoOrthographic } from 'd3-geo';
import { area, type Point, pathData, projected, simplified } from './outline.ts';
import type { LonLat } from './sphere.ts';
import { coarseLand } from './world.ts';

/** Units of the view box. */
export const GLOBE_RADIUS = 30;

const SMALLEST_LAND = 3;
const TOLERANCE = 0.5;
/** The globe is turned to the place, but leans less: poles stay near its edge, where readers look for them. */
const LEAN = 0.6;

export interface Globe {
  /** In tenths of a unit, around the middle of the globe. */
  readonly land: string;
  /** Where the place is, in units from the middle of the globe. */
  readonly dot: Point;
}

export function globe([longitude, latitude]: LonLat): Globe {
  const project = geoOrthographic()
    .rotate([-longitude, -latitude * LEAN])
    .translate([0, 0])
    .scale(GLOBE_RADIUS)
    .precision(1);
  const rings = projected(coarseLand(), project)
    .map(ring => simplified(ring, TOLERANCE))
    .filter(ring => area(ring) >= SMALLEST_LAND);
  return { land: pathData(rings, true), dot: project([longitude, latitude])! };
}
