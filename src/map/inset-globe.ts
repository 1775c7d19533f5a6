// A place becomes a small globe in the map's corner, which shows where on Earth the map is.
import { geoOrthographic } from 'd3-geo';
import { area, type Point, pathData, projectLines, simplify } from './outline.ts';
import type { LonLat } from './sphere.ts';
import { coarseLand } from './world.ts';

/** Units of the view box. */
export const GLOBE_RADIUS = 30;

/** In square units. */
const SMALLEST_LAND = 3;
/** For `simplify`. */
const TOLERANCE = 0.5;
/** The globe turns to the place's longitude, and leans to this share of its latitude, so that the poles stay near its edge. */
const LEAN = 0.6;

export interface InsetGlobe {
  /** Path data in tenths of a unit from the middle of the globe. */
  readonly land: string;
  /** The place, in units from the middle of the globe. */
  readonly dot: Point;
}

export function insetGlobe([longitude, latitude]: LonLat): InsetGlobe {
  const project = geoOrthographic()
    .rotate([-longitude, -latitude * LEAN])
    .translate([0, 0])
    .scale(GLOBE_RADIUS)
    .precision(1);
  const rings = projectLines(coarseLand(), project)
    .map(ring => simplify(ring, TOLERANCE))
    .filter(ring => area(ring) >= SMALLEST_LAND);
  return { land: pathData(rings, true), dot: project([longitude, latitude])! };
}
