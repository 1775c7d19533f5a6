// The part of the Earth that a map shows to the lands, countries and borders that are seen on it.

import { type Cells, cellsWithin } from './cell-grid.ts';
import type { Frame } from './map-extent.ts';
import { area, type Line, pathData, projected, simplified } from './outline.ts';
import { type Cap, capsMeet } from './sphere.ts';
import { type Country, type Land, world } from './world.ts';

/** Path data, as `pathData` gives it. */
export interface Shapes {
  readonly lands: string;
  readonly borders: string;
  /** The country that the map is about; empty: it is about none, or too small to see. */
  readonly own: string;
}

export interface Seen extends Shapes {
  readonly countries: readonly SeenCountry[];
}

export interface SeenCountry {
  readonly country: Country;
  /** Whether the map is about it. */
  readonly own: boolean;
  readonly cells: Cells;
}

/** Units of the view box: below the first nobody sees a difference. Coasts like Norway's are drawn coarser, to stay small. */
const TOLERANCES = [0.6, 0.9, 1.3, 1.8] as const;
/** Square units for a tolerance of one: smaller islands are left out. */
const SMALLEST_LAND = 5;
/** Bytes: names, scale and globe are 3 kB more. */
const MOST_BYTES = 8500;

const NO_SHAPES: Shapes = { lands: '', borders: '', own: '' };

export function seenOn(frame: Frame, own: Country | null): Seen {
  const { lands, borders, countries } = world();
  // An island that is all of the one country is drawn once.
  const islands = new Set(own?.lands.map(shapeKey));
  const coasts = ringsOn(
    frame,
    lands.filter(land => !islands.has(shapeKey(land))),
  );
  const lines = near(borders, frame).flatMap(({ line }) =>
    projected({ type: 'LineString', coordinates: line }, frame.project),
  );
  const seen = countries
    .map(country => ({ country, rings: ringsOn(frame, country.lands) }))
    .filter(({ rings }) => rings.length > 0);
  const ownRings = seen.find(({ country }) => country === own)?.rings ?? [];
  return {
    ...fittingShapes(tolerance => ({
      lands: landPath(coasts, tolerance),
      borders: pathData(
        lines.map(line => simplified(line, tolerance)),
        false,
      ),
      own: landPath(ownRings, tolerance),
    })),
    countries: seen.map(({ country, rings }) => ({
      country,
      own: country === own,
      cells: cellsWithin(rings),
    })),
  };
}

/** The same of a land and of the part of a country that is all of it. */
function shapeKey({ cap, rings }: Land): string {
  return [rings[0]!.length, ...cap.centre.map(part => part.toFixed(9))].join();
}

/** The finest that are not too large, or else the coarsest. */
function fittingShapes(draw: (tolerance: number) => Shapes): Shapes {
  let [shapes, bytes] = [NO_SHAPES, Infinity];
  for (let at = 0; at < TOLERANCES.length && bytes > MOST_BYTES; at++) {
    shapes = draw(TOLERANCES[at]!);
    bytes = shapes.lands.length + shapes.borders.length + shapes.own.length;
  }
  return shapes;
}

function ringsOn(frame: Frame, lands: readonly Land[]): readonly Line[] {
  const coordinates = near(lands, frame).map(({ rings }) => rings);
  return coordinates.length === 0 ? [] : projected({ type: 'MultiPolygon', coordinates }, frame.project);
}

function near<Thing extends { readonly cap: Cap }>(
  things: readonly Thing[],
  { cap }: Frame,
): readonly Thing[] {
  return things.filter(thing => capsMeet(thing.cap, cap));
}

function landPath(rings: readonly Line[], tolerance: number): string {
  const seen = rings
    .filter(ring => area(ring) >= SMALLEST_LAND * tolerance)
    .map(ring => simplified(ring, tolerance));
  return pathData(seen, true);
}
