// A place and its country become the part of the Earth that their map shows, and a projection onto that map.
import { type GeoProjection, geoAzimuthalEqualArea } from 'd3-geo';
import { MAP_SIZE } from './map-size.ts';
import { angle, type Cap, direction, type LonLat, radians } from './sphere.ts';
import { type CountryAt, type Land, world } from './world.ts';

const { width: WIDTH, height: HEIGHT } = MAP_SIZE;

/** Shapes are drawn this far beyond the edge, so that no stroke ends within the map. */
const BLEED = 6;

export interface MapExtent {
  readonly project: GeoProjection;
  /** A circle around the whole map. */
  readonly cap: Cap;
  /** Units of the view box for one kilometre. */
  readonly perKilometre: number;
}

/** In kilometres. */
const EARTH_RADIUS = 6371;

/* The next four constants are half the height of a map, in degrees of a great circle. */
/** 750 km from top to bottom: on a closer map the atlas's coasts would look coarse. */
const CLOSEST = 3.4;
/** Wide enough to show all of China, Canada, Brazil or Australia, but not of Russia or Antarctica. */
const WIDEST = 23;
/** Of a country that is too wide, the map shows the part around the place. */
const PART = 13;
/** Around a place at sea, or on an island smaller than its dot, the first of these with land in sight. */
const AT_SEA = [CLOSEST, 5, 8, 12, 18, 26] as const;
/** 15 km: land of a smaller radius is hidden by the dot. */
const SMALLEST_LAND = radians(0.135);
/** The share of the map's width or height that a country fills. */
const COUNTRY_SHARE = 0.86;
/** When the map shows a part of a country, the place is at most this share of half the map away from the middle. */
const OFF_CENTRE = 0.4;

/** The map also shows the country's other lands if they have at least this share of the area of the place's land, and are this near. */
const COMPANION = { area: 0.05, distance: radians(2.7) } as const;

/** @param at the country at the point and the land on which the point is; null at sea. */
export function extentAround(point: LonLat, at: CountryAt | null): MapExtent {
  if (at === null || at.land.cap.radius < SMALLEST_LAND) return extentAtSea(point);
  const flat = projection(point, 90).clipAngle(180);
  const shown = at.country.lands.filter(land => land === at.land || belongsWith(land, at.land));
  const [west, north, east, south] = bounds(
    shown.flatMap(({ coast }) => coast.map(([longitude, latitude]) => flat([longitude, latitude])!)),
  );
  const unit = unitsPerDegree(flat);
  const needed = Math.max((south - north) / 2, ((east - west) / 2) * (HEIGHT / WIDTH)) / COUNTRY_SHARE / unit;
  if (needed <= WIDEST) {
    const centre = flat.invert!([(west + east) / 2, (north + south) / 2])!;
    return extentOf(centre, Math.max(needed, CLOSEST));
  }
  const reach = OFF_CENTRE * PART * unit;
  const toward = (from: number, to: number): number => from + Math.max(-reach, Math.min(reach, to - from));
  return extentOf(
    flat.invert!([toward(WIDTH / 2, (west + east) / 2), toward(HEIGHT / 2, (north + south) / 2)])!,
    PART,
  );
}

function extentAtSea(point: LonLat): MapExtent {
  const here = direction(point);
  const inSight = (half: number): boolean =>
    world().lands.some(
      ({ cap, coast }) =>
        cap.radius >= SMALLEST_LAND &&
        angle(here, cap.centre) <= radians(half) + cap.radius &&
        coast.some(vertex => angle(here, direction(vertex)) < radians(half)),
    );
  return extentOf(point, AT_SEA.find(inSight) ?? AT_SEA.at(-1)!);
}

/** @param half half the height of the map, in degrees. */
function extentOf(centre: LonLat, half: number): MapExtent {
  const project = projection(centre, half);
  const corner = Math.hypot(WIDTH / 2 + BLEED, HEIGHT / 2 + BLEED);
  // In this projection a circle of the angular radius a has the radius 2 k sin(a / 2) on the map.
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

/** Lambert's azimuthal equal-area projection, with north upwards: it works anywhere on Earth, at the poles and the date line too. */
function projection([longitude, latitude]: LonLat, half: number): GeoProjection {
  return (
    geoAzimuthalEqualArea()
      .rotate([-longitude, -latitude])
      .translate([WIDTH / 2, HEIGHT / 2])
      .scale(HEIGHT / 2 / (2 * Math.sin(radians(half) / 2)))
      // The atlas has enough points: straight lines between them will do.
      .precision(0)
  );
}

function unitsPerDegree(project: GeoProjection): number {
  return project.scale() * radians(1);
}

function belongsWith(land: Land, main: Land): boolean {
  return landSize(land) >= COMPANION.area * landSize(main) && distance(land, main) <= COMPANION.distance;
}

/** A measure of the area: that of the circle around the land, which is enough to tell an island from a rock. */
function landSize({ cap }: Land): number {
  return cap.radius ** 2;
}

/** How many points of a coast are compared with another coast. */
const POINTS_COMPARED = 200;

/** In radians; Infinity when it is surely more than `COMPANION.distance`. */
function distance(a: Land, b: Land): number {
  if (angle(a.cap.centre, b.cap.centre) - a.cap.radius - b.cap.radius > COMPANION.distance) return Infinity;
  const others = samplePoints(b.coast).map(direction);
  return Math.min(
    ...samplePoints(a.coast)
      .map(direction)
      .map(vertex => Math.min(...others.map(other => angle(vertex, other)))),
  );
}

function samplePoints(coast: readonly LonLat[]): readonly LonLat[] {
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
