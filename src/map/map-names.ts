// The countries and waters of a map become the names for which it has room, each with its position.

import {
  areaOf,
  type Cells,
  type Circle,
  cellsWithinCircles,
  emptyCells,
  subtract,
  union,
} from './cell-grid.ts';
import { countryNames } from './country-names.ts';
import { areaLabel, formsOf, type Label } from './labels.ts';
import type { MapExtent } from './map-extent.ts';
import { SEAS, type WaterCircle } from './seas.ts';
import { capsMeet, direction, radians } from './sphere.ts';
import type { VisibleCountry } from './visible-land.ts';

export interface Name extends Label {
  /** What it names: the country that the map is about, another country, or a water. */
  readonly of: 'own' | 'country' | 'sea';
}

/* Sizes of type, in units of the view box. */
const COUNTRY_SIZE = 13;
const SEA_SIZE = 12;
/** Square units: a country that shows less than this has no name. */
const SMALLEST_NAMED = 150;

const KILOMETRES_A_DEGREE = 111.2;

/**
 * Names for the map's own country first, then for the larger countries, then for waters.
 * @param ownCode the code by which the map's own country is named.
 * @param occupied cells where no name may stand; the function marks each name in it.
 */
export function mapNames(
  extent: MapExtent,
  countries: readonly VisibleCountry[],
  ownCode: string | null,
  occupied: Cells,
): readonly Name[] {
  const bySize = countries
    .map(country => ({ ...country, size: areaOf(country.cells) }))
    .filter(({ size, own }) => own || size >= SMALLEST_NAMED)
    .sort((a, b) => Number(b.own) - Number(a.own) || b.size - a.size);
  const names = bySize.flatMap(({ country, cells, own }): readonly Name[] => {
    const code = own ? ownCode : country.code;
    const label =
      code === null ? null : areaLabel(countryNames(code).flatMap(formsOf), COUNTRY_SIZE, cells, occupied);
    return label ? [{ ...label, of: own ? 'own' : 'country' }] : [];
  });
  return [...names, ...seaNames(extent, countries, occupied)];
}

function seaNames(extent: MapExtent, countries: readonly VisibleCountry[], occupied: Cells): readonly Name[] {
  const land = countries.map(({ cells }) => cells).reduce(union, emptyCells());
  return SEAS.flatMap(([name, ...circles]): readonly Name[] => {
    const circlesOnMap = circles.filter(([latitude, longitude, radius]) =>
      capsMeet({ centre: direction([longitude, latitude]), radius: radians(radius) }, extent.cap),
    );
    if (circlesOnMap.length === 0) return [];
    const water = subtract(
      cellsWithinCircles(circlesOnMap.map(circle => projectCircle(circle, extent))),
      land,
    );
    const label = areaLabel(formsOf(name), SEA_SIZE, water, occupied);
    return label ? [{ ...label, of: 'sea' }] : [];
  });
}

function projectCircle(
  [latitude, longitude, radius]: WaterCircle,
  { project, perKilometre }: MapExtent,
): Circle {
  const [x, y] = project([longitude, latitude])!;
  return { x, y, radius: radius * KILOMETRES_A_DEGREE * perKilometre };
}
