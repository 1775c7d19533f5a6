// The name of a place, as an editor types it, becomes its coordinates and country.
import type { MapPoint } from './map-point.ts';
import { AFRICA } from './places/africa.ts';
import { AMERICAS } from './places/americas.ts';
import { ASIA } from './places/asia.ts';
import { CHINA } from './places/china.ts';
import { CONTESTED, NO_COUNTRY } from './places/contested.ts';
import { EUROPE } from './places/europe.ts';
import { FRANCE } from './places/france.ts';
import { OCEANIA } from './places/oceania.ts';
import type { PlaceTable } from './places/place-table.ts';

export interface Place extends MapPoint {
  /** In French: « Pékin », also when an editor typed « Beijing ». */
  readonly name: string;
  readonly country: string | null;
}

const TABLES: readonly PlaceTable[] = [FRANCE, EUROPE, CHINA, ASIA, AFRICA, AMERICAS, OCEANIA, CONTESTED];

/** Letters that Unicode does not take apart into a letter and an accent. */
const WHOLE_LETTERS: Readonly<Record<string, string>> = {
  æ: 'ae',
  đ: 'd',
  ı: 'i',
  ł: 'l',
  ø: 'o',
  œ: 'oe',
  ß: 'ss',
};

interface NamedPlace extends Place {
  readonly others: readonly string[];
}

const namedPlaces: readonly NamedPlace[] = TABLES.flatMap(table =>
  Object.entries(table).flatMap(([country, rows]) =>
    rows.map(([name, latitude, longitude, ...others]) => ({
      name,
      latitude,
      longitude,
      country: country === NO_COUNTRY ? null : country,
      others,
    })),
  ),
);

/** Each place once. */
export const places: readonly Place[] = namedPlaces.map(({ others: _, ...place }) => place);

/** Every name by which `findPlace` finds a place; for suggestions: `closestWord(name, placeNames)`. */
export const placeNames: readonly string[] = namedPlaces.flatMap(({ name, others }) => [name, ...others]);

const byKey: ReadonlyMap<string, Place> = new Map(
  namedPlaces.flatMap(({ others, ...place }) =>
    [place.name, ...others].map(name => [nameKey(name), place] as const),
  ),
);

/** The place of that name, or null. The search ignores case, accents, hyphens and apostrophes, and takes « St » for « Saint ». */
export function findPlace(name: string): Place | null {
  return byKey.get(nameKey(name)) ?? null;
}

function nameKey(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[æđıłøœß]/g, letter => WHOLE_LETTERS[letter]!)
    .replace(/\bst(?=e?[ .\-\u2010\u2011])/g, 'saint')
    .replace(/[^\p{L}\p{N}]/gu, '');
}
