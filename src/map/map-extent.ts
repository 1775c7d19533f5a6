// A place and its country to the part of the Earth that a map of it shows, and to where each point of it stands on the map.
import { type GeoProjection, geoAzimuthalEqualArea } from 'd3-geo';
import { angle, type Cap, direction, type LonLat, radians } from './sphere.ts';
import { type CountryAt, type Land, world } from './world.ts';

/** Units of the view box, which are pixels at the map's own size: large enough for names, small enough for a phone. */
export const MAP_SIZE = { width: 400, height: 300 } as const;
const { width: WIDTH, height: HEIGHT } = MAP_SIZE;

/** What is drawn beyond the edge, so that no stroke ends within it. */
const BLEED = 6;

export interface Frame {
  readonly project: GeoProjection;
  /** Around all that is seen. */
  readonly cap: Cap;
  /** Units of the view box for one kilometre. */
  readonly perKilometre: number;
}

const EARTH_RADIUS = 6371;

/* Half the height of a map, in degrees of a great circle. */
/** Some 750 km from top to bottom: closer, the coasts of the atlas are too coarse. */
const CLOSEST = 3.4;
/** China, Canada, Brazil and Australia still stand whole on a map; Russia and Antarctica do not. */
const WIDEST = 23;
/** Of countries that do not, their part around the place. */
const PART = 13;
/** At sea, and on islands that are smaller than a dot, as close as there is land to see; tried in this order. */
const AT_SEA = [CLOSEST, 5, 8, 12, 18, 26] as const;
/** 15 km. */
const SPECK = radians(0.135);
/** How much of a map a country fills. */
const FILLED = 0.86;
/** A place in a part of a country stands this far from the middle, at most: a share of half the map. */
const OFF_CENTRE = 0.4;

/** A country's other lands are shown with the one of the place when they are about as large, and near. */
const WITH_IT = { area: 0.05, distance: radians(2.7) } as const;

/** `at` is the country at the point, and the piece of it; null at sea. */
export function frameAround(point: LonLat, at: CountryAt | null): Frame {
  if (at === null || at.land.cap.radius < SPECK) return frameAtSea(point);
  const flat = projection(point, 90).clipAngle(180);
  const shown = at.country.lands.filter(land => land === at.land || belongsWith(land, at.land));
  const [west, north, east, south] = bounds(
    shown.flatMap(({ coast }) => coast.map(([longitude, latitude]) => flat([longitude, latitude])!)),
  );
  const unit = unitsPerDegree(flat);
  const needed = Math.max((south - north) / 2, ((east - west) / 2) * (HEIGHT / WIDTH)) / FILLED / unit;
  if (needed <= WIDEST) {
    const centre = flat.invert!([(west + east) / 2, (north + south) / 2])!;
    return frame(centre, Math.max(needed, CLOSEST));
  }
  const reach = OFF_CENTRE * PART * unit;
  const toward = (from: number, to: number): number => from + Math.max(-reach, Math.min(reach, to - from));
  return frame(
    flat.invert!([toward(WIDTH / 2, (west + east) / 2), toward(HEIGHT / 2, (north + south) / 2)])!,
    PART,
  );
}

function frameAtSea(point: LonLat): Frame {
  const here = direction(point);
  const inSight = (half: number): boolean =>
    world().lands.some(
      ({ cap, coast }) =>
        cap.radius >= SPECK &&
        angle(here, cap.centre) <= radians(half) + cap.radius &&
        coast.some(vertex => angle(here, direction(vertex)) < radians(half)),
    );
  return frame(point, AT_SEA.find(inSight) ?? AT_SEA.at(-1)!);
}

function frame(centre: LonLat, half: number): Frame {
  const project = projection(centre, half);
  const corner = Math.hypot(WIDTH / 2 + BLEED, HEIGHT / 2 + BLEED);
  // Of this projection, a circle of angular radius a has the radius 2 k sin(a / 2) on the map.
  const radius = 2 * Math.asin(Math.min(1, corner / (2 * project.scale())));
  return {
    project: project.clipAngle(Math.min(180, (radius * 180) / Math.PI + 2)).clipExtent([
      [-BLEED, -BLEED],
      [WIDTH + BLEED, HEIGHT + BLEED],
    ]),
    cap: { centre: direction(centre), radius },
    perKilometre: project.scale() / EARTH_RADIUS,
  };
}

/** Lambert's azimuthal equal-area projection: true anywhere on Earth, poles and date line too, with north upwards. */
function projection([longitude, latitude]: LonLat, half: number): GeoProjection {
  return (
    geoAzimuthalEqualArea()
      .rotate([-longitude, -latitude])
      .translate([WIDTH / 2, HEIGHT / 2])
      .scale(HEIGHT / 2 / (2 * Math.sin(radians(half) / 2)))
      // The atlas has so many points that lines between them need no bending.
      .precision(0)
  );
}

function unitsPerDegree(project: GeoProjection): number {
  return project.scale() * radians(1);
}

function belongsWith(land: Land, main: Land): boolean {
  return extent(land) >= WITH_IT.area * extent(main) && distance(land, main) <= WITH_IT.distance;
}

/** Of caps, as good as that of lands to tell an island from a rock. */
function extent({ cap }: Land): number {
  return cap.radius ** 2;
}

/** Of coasts, by some of their points. */
const POINTS_COMPARED = 200;

function distance(a: Land, b: Land): number {
  if (angle(a.cap.centre, b.cap.centre) - a.cap.radius - b.cap.radius > WITH_IT.distance) return Infinity;
  const others = someOf(b.coast).map(direction);
  return Math.min(
    ...someOf(a.coast)
      .map(direction)
      .map(vertex => Math.min(...others.map(other => angle(vertex, other)))),
  );
}

function someOf(coast: readonly LonLat[]): readonly LonLat[] {
  const step = Math.ceil(coast.length / POINTS_COMPARED);
  return coast.filter((_, index) => index % step === 0);
}

function bounds(points: readonly (readonly [number, number])[]): readonly [number, number, number, number] {
  let [west, north, east, south] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of points) {
    west = Math.min(west, x);
    east = Math.max(east, x);
    north = Math.min(north, y);
    south = Math.max(south, y);
  }
  return [west, north, east, south];
}
