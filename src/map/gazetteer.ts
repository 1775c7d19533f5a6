// The name of a place, as editors type it, to where it is.
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
  /** In French: « Pékin », whatever name it was found by. */
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

/** All places, each once. */
export const places: readonly Place[] = namedPlaces.map(({ others: _, ...place }) => place);

/** Every name that `findPlace` knows, for suggestions: `closestWord(name, placeNames)`. */
export const placeNames: readonly string[] = namedPlaces.flatMap(({ name, others }) => [name, ...others]);

const byKey: ReadonlyMap<string, Place> = new Map(
  namedPlaces.flatMap(({ others, ...place }) =>
    [place.name, ...others].map(name => [nameKey(name), place] as const),
  ),
);

/** The place of that name; case, accents, hyphens, apostrophes and « St » for « Saint » count for nothing. */
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
