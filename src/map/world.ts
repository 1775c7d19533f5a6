// The files of the package world-atlas become the coasts, borders and countries of the Earth, when the first map asks for them.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { geoContains } from 'd3-geo';
import type { MultiPolygon, Position } from 'geojson';
import { feature, mesh } from 'topojson-client';
import type { GeometryCollection, GeometryObject, Topology } from 'topojson-specification';
import { angle, type Cap, capAround, capsMeet, direction, type LonLat, radians } from './sphere.ts';

/** One piece of land. */
export interface Land {
  /** The coast, then the lakes and enclosed lands that are cut out (RFC 7946, § 3.1.6). */
  readonly rings: Position[][];
  readonly coast: readonly LonLat[];
  /** A circle around the coast. */
  readonly cap: Cap;
}

export interface Country {
  /** ISO 3166-1 alpha-2, and `XK` for Kosovo; null for land that no state has, or that states dispute. */
  readonly code: string | null;
  readonly lands: readonly Land[];
}

export interface Border {
  readonly line: Position[];
  readonly cap: Cap;
}

export interface World {
  readonly countries: readonly Country[];
  readonly lands: readonly Land[];
  readonly borders: readonly Border[];
}

type Shape = GeometryObject<{ readonly name?: string }>;

type Atlas = Topology<{
  readonly countries: GeometryCollection<{ readonly name?: string }>;
  readonly land: GeometryCollection;
}>;

/** Codes for areas that Natural Earth draws without a number of ISO 3166-1, by their English names there. */
const CODES_BY_NAME: Readonly<Record<string, string>> = {
  Kosovo: 'XK',
  'N. Cyprus': 'CY',
  Somaliland: 'SO',
};

/** A point on each land that states dispute and that maps therefore show without a country: Crimea. */
const CONTESTED: readonly LonLat[] = [[34.1, 44.95]];

const require = createRequire(import.meta.url);
let cachedWorld: World | null = null;
let cachedCoarseLand: MultiPolygon | null = null;

/** The Earth at a scale of 1 : 50,000,000 (Natural Earth, in the public domain). Takes 50 ms the first time. */
export function world(): World {
  cachedWorld ??= readWorld();
  return cachedWorld;
}

/** All land at a scale of 1 : 110,000,000, for a globe the size of a stamp. */
export function coarseLand(): MultiPolygon {
  if (cachedCoarseLand === null) {
    const atlas = readAtlas('countries-110m.json');
    cachedCoarseLand = multiPolygon(atlas, atlas.objects.land);
  }
  return cachedCoarseLand;
}

function readWorld(): World {
  const atlas = readAtlas('countries-50m.json');
  const codeOf = countryCodes();
  const { countries, land } = atlas.objects;
  const byCode = new Map<string | null, Land[]>();
  for (const geometry of countries.geometries) {
    for (const piece of landsOf(multiPolygon(atlas, geometry))) {
      const code = CONTESTED.some(point => contains(piece, point)) ? null : codeOf(geometry);
      const others = byCode.get(code);
      if (others) others.push(piece);
      else byCode.set(code, [piece]);
    }
  }
  const borders = mesh(atlas, countries, (a, b) => a !== b && codeOf(a) !== codeOf(b));
  return {
    countries: [...byCode].map(([code, lands]) => ({ code, lands })),
    lands: landsOf(multiPolygon(atlas, land)),
    borders: borders.coordinates.map(line => ({ line, cap: capAround(lonLats(line)) })),
  };
}

function readAtlas(file: string): Atlas {
  return JSON.parse(readFileSync(require.resolve(`world-atlas/${file}`), 'utf8')) as Atlas;
}

function countryCodes(): (shape: Shape) => string | null {
  const { whereNumeric } = require('iso-3166-1') as typeof import('iso-3166-1');
  return ({ id, properties }) =>
    CODES_BY_NAME[properties && 'name' in properties ? (properties.name ?? '') : ''] ??
    (id === undefined ? null : (whereNumeric(id)?.alpha2 ?? null));
}

function multiPolygon(atlas: Atlas, shape: Shape): MultiPolygon {
  const found = feature(atlas, shape);
  const shapes = found.type === 'FeatureCollection' ? found.features : [found];
  return {
    type: 'MultiPolygon',
    coordinates: shapes.flatMap(({ geometry }) => {
      if (geometry.type === 'Polygon') return [geometry.coordinates];
      return geometry.type === 'MultiPolygon' ? geometry.coordinates : [];
    }),
  };
}

function landsOf({ coordinates }: MultiPolygon): Land[] {
  return coordinates.flatMap(all => {
    const rings = all.filter(ring => ring.some(vertex => !isPole(vertex)));
    if (rings.length === 0) return [];
    const coast = lonLats(rings[0]!);
    return [{ rings, coast, cap: capAround(coast) }];
  });
}

/** The atlas's points have two numbers each and no height. */
function lonLats(line: readonly Position[]): readonly LonLat[] {
  return line as readonly unknown[] as readonly LonLat[];
}

/** The atlas closes Antarctica with a line along the lower edge of a flat map, each point of which is the pole. */
function isPole([, latitude]: Position): boolean {
  return latitude! < -89.9;
}

/** The atlas's coasts are exact to some kilometres, so a port may lie that far out at sea. */
const NEAR = radians(0.4);

export interface CountryAt {
  readonly country: Country;
  /** The land of this country on which the point is. */
  readonly land: Land;
}

/**
 * The country at a point; null at sea.
 * @param expected the code of a country that wins if it is near, since the atlas's borders are as coarse as its coasts.
 */
export function countryAt(point: LonLat, expected: string | null = null): CountryAt | null {
  const here: Cap = { centre: direction(point), radius: NEAR };
  const near = world()
    .countries.flatMap(country =>
      country.lands.filter(({ cap }) => capsMeet(cap, here)).map(land => ({ country, land })),
    )
    .map(each => ({ ...each, distance: contains(each.land, point) ? 0 : distanceTo(each.land, here) }))
    .filter(({ distance }) => distance <= NEAR)
    // The atlas may not cut a small country out of the one around it, so the smaller of two wins.
    .sort((a, b) => a.distance - b.distance || a.land.cap.radius - b.land.cap.radius);
  return near.find(({ country }) => country.code === expected) ?? near[0] ?? null;
}

function contains({ rings, cap }: Land, [longitude, latitude]: LonLat): boolean {
  if (angle(cap.centre, direction([longitude, latitude])) > cap.radius) return false;
  return geoContains({ type: 'Polygon', coordinates: rings }, [longitude, latitude]);
}

function distanceTo({ coast }: Land, { centre }: Cap): number {
  return coast.reduce((least, vertex) => Math.min(least, angle(centre, direction(vertex))), Infinity);
}
