// The extent of a map becomes the lands, countries and borders that readers see on it.

import { type Cells, cellsWithin } from './cell-grid.ts';
import type { MapExtent } from './map-extent.ts';
import { area, type Line, pathData, projectLines, simplify } from './outline.ts';
import { type Cap, capsMeet } from './sphere.ts';
import { type Country, type Land, world } from './world.ts';

/** Path data, as `pathData` writes it. */
export interface Shapes {
  readonly lands: string;
  readonly borders: string;
  /** The country that the map is about; empty when there is none, or it is too small to see. */
  readonly own: string;
}

export interface VisibleLand extends Shapes {
  readonly countries: readonly VisibleCountry[];
}

export interface VisibleCountry {
  readonly country: Country;
  /** Whether the map is about this country. */
  readonly own: boolean;
  readonly cells: Cells;
}

/** For `simplify`: readers see no difference below the first. The others are for coasts like Norway's, whose files would be too large. */
const TOLERANCES = [0.6, 0.9, 1.3, 1.8] as const;
/** In square units, times the tolerance: the map leaves smaller islands out. */
const SMALLEST_LAND = 5;
/** Of path data, in bytes; names, scale and globe add 3 kB. */
const MOST_BYTES = 8500;

const NO_SHAPES: Shapes = { lands: '', borders: '', own: '' };

/** @param own the country that the map is about. */
export function visibleLand(extent: MapExtent, own: Country | null): VisibleLand {
  const { lands, borders, countries } = world();
  // An island that belongs to one country is in both lists: the map draws it as the country.
  const islands = new Set(own?.lands.map(shapeKey));
  const coasts = projectRings(
    extent,
    lands.filter(land => !islands.has(shapeKey(land))),
  );
  const lines = withinExtent(borders, extent).flatMap(({ line }) =>
    projectLines({ type: 'LineString', coordinates: line }, extent.project),
  );
  const visible = countries
    .map(country => ({ country, rings: projectRings(extent, country.lands) }))
    .filter(({ rings }) => rings.length > 0);
  const ownRings = visible.find(({ country }) => country === own)?.rings ?? [];
  return {
    ...fitShapes(tolerance => ({
      lands: landPath(coasts, tolerance),
      borders: pathData(
        lines.map(line => simplify(line, tolerance)),
        false,
      ),
      own: landPath(ownRings, tolerance),
    })),
    countries: visible.map(({ country, rings }) => ({
      country,
      own: country === own,
      cells: cellsWithin(rings),
    })),
  };
}

/** The same key for a land and for a country's part that covers all of that land. */
function shapeKey({ cap, rings }: Land): string {
  return [rings[0]!.length, ...cap.centre.map(part => part.toFixed(9))].join();
}

/** The finest shapes that are not too large, or else the coarsest. */
function fitShapes(draw: (tolerance: number) => Shapes): Shapes {
  let [shapes, bytes] = [NO_SHAPES, Infinity];
  for (let at = 0; at < TOLERANCES.length && bytes > MOST_BYTES; at++) {
    shapes = draw(TOLERANCES[at]!);
    bytes = shapes.lands.length + shapes.borders.length + shapes.own.length;
  }
  return shapes;
}

function projectRings(extent: MapExtent, lands: readonly Land[]): readonly Line[] {
  const coordinates = withinExtent(lands, extent).map(({ rings }) => rings);
  return coordinates.length === 0 ? [] : projectLines({ type: 'MultiPolygon', coordinates }, extent.project);
}

function withinExtent<Thing extends { readonly cap: Cap }>(
  things: readonly Thing[],
  { cap }: MapExtent,
): readonly Thing[] {
  return things.filter(thing => capsMeet(thing.cap, cap));
}

function landPath(rings: readonly Line[], tolerance: number): string {
  const drawn = rings
    .filter(ring => area(ring) >= SMALLEST_LAND * tolerance)
    .map(ring => simplify(ring, tolerance));
  return pathData(drawn, true);
}
