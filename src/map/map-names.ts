// The countries and waters of a map to the names that have room on it, each where it stands.

import { areaOf, type Cells, type Circle, cellsWithinAny, noCells, union, without } from './cell-grid.ts';
import { countryNames } from './country-names.ts';
import { areaLabel, formsOf, type Label } from './labels.ts';
import type { Frame } from './map-extent.ts';
import { SEAS, type WaterCircle } from './seas.ts';
import { capsMeet, direction, radians } from './sphere.ts';
import type { SeenCountry } from './visible-land.ts';

export interface Name extends Label {
  /** Of the country that the map is about, of another, or of a water. */
  readonly of: 'own' | 'country' | 'sea';
}

/* Units of the view box, and square ones. */
const COUNTRY_SIZE = 13;
const SEA_SIZE = 12;
/** Less of a country is not worth a name. */
const LEAST_SEEN = 150;

const KILOMETRES_A_DEGREE = 111.2;

/**
 * The country that the map is about first, by the name of `ownCode`, then the larger ones, then waters. `taken` is where no name
 * may stand; it grows by each.
 */
export function mapNames(
  frame: Frame,
  countries: readonly SeenCountry[],
  ownCode: string | null,
  taken: Cells,
): readonly Name[] {
  const bySize = countries
    .map(seen => ({ ...seen, size: areaOf(seen.cells) }))
    .filter(({ size, own }) => own || size >= LEAST_SEEN)
    .sort((a, b) => Number(b.own) - Number(a.own) || b.size - a.size);
  const names = bySize.flatMap(({ country, cells, own }): readonly Name[] => {
    const code = own ? ownCode : country.code;
    const label =
      code === null ? null : areaLabel(countryNames(code).flatMap(formsOf), COUNTRY_SIZE, cells, taken);
    return label ? [{ ...label, of: own ? 'own' : 'country' }] : [];
  });
  return [...names, ...seaNames(frame, countries, taken)];
}

function seaNames(frame: Frame, countries: readonly SeenCountry[], taken: Cells): readonly Name[] {
  const land = countries.map(({ cells }) => cells).reduce(union, noCells());
  return SEAS.flatMap(([name, ...circles]): readonly Name[] => {
    const seen = circles.filter(([latitude, longitude, radius]) =>
      capsMeet({ centre: direction([longitude, latitude]), radius: radians(radius) }, frame.cap),
    );
    if (seen.length === 0) return [];
    const water = without(cellsWithinAny(seen.map(circle => onMap(circle, frame))), land);
    const label = areaLabel(formsOf(name), SEA_SIZE, water, taken);
    return label ? [{ ...label, of: 'sea' }] : [];
  });
}

function onMap([latitude, longitude, radius]: WaterCircle, { project, perKilometre }: Frame): Circle {
  const [x, y] = project([longitude, latitude])!;
  return { x, y, radius: radius * KILOMETRES_A_DEGREE * perKilometre };
}
