// The name of a place, as an editor types it, becomes its coordinates and country.
import { countryName } from './country-names.ts';
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

/** One of several places of a name. */
export interface Namesake {
  readonly place: Place;
  readonly bareName: string;
  /** The name by which `findPlace` finds this one: « Tripoli (Libye) ». */
  readonly writing: string;
}

/** Of thousands of names keys are made when somebody asks for a place: most builds ask for none. */
interface Index {
  readonly byBareName: ReadonlyMap<string, readonly Namesake[]>;
  readonly byKey: ReadonlyMap<string, Place>;
}

let known: Index | null = null;

function index(): Index {
  known ??= makeIndex();
  return known;
}

function makeIndex(): Index {
  const byBareName = groupNamesakes();
  const byKey = new Map([
    ...[...byBareName.values()].flat().map(({ place, writing }) => [nameKey(writing), place] as const),
    ...namedPlaces.flatMap(({ others, ...place }) =>
      [place.name, ...others].map(name => [nameKey(name), place] as const),
    ),
  ]);
  return { byBareName, byKey };
}

/** The place of that name, or null. The search ignores case, accents, hyphens and apostrophes, and takes « St » for « Saint ». */
export function findPlace(name: string): Place | null {
  const [only, ...others] = namesakes(name);
  return only !== undefined && others.length === 0 ? only.place : (index().byKey.get(nameKey(name)) ?? null);
}

/**
 * The places that a name without country may mean, where the gazetteer has several: it holds only places that the news speak of, so
 * each of them is a likely one, and « Paris » is no question. Hyphens count where they tell places apart: « Basse-Terre » is not
 * « Basseterre ». Empty for all other names.
 */
export function namesakes(name: string): readonly Namesake[] {
  const all = index().byBareName.get(nameKey(name)) ?? [];
  const alike = all.filter(({ bareName }) => spelling(bareName) === spelling(name));
  return alike.length === 0 ? all : alike;
}

function spelling(name: string): string {
  return name.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();
}

/** `Tripoli` for `Tripoli (Liban)`. */
function bareNameOf(name: string): string {
  return name.replace(/ \(.*\)$/, '');
}

/** Each name that means several places, by its key. */
function groupNamesakes(): ReadonlyMap<string, readonly Namesake[]> {
  const groups = new Map<string, Namesake[]>();
  for (const { others, ...place } of namedPlaces) {
    for (const name of [place.name, ...others]) {
      const bareName = bareNameOf(name);
      const key = nameKey(bareName);
      const group = groups.get(key) ?? [];
      groups.set(key, group);
      const known = group.findIndex(other => isNear(other.place, place));
      const namesake = { place, bareName, writing: writingOf(name, place) };
      if (known === -1) group.push(namesake);
      else if (lacksOwnWriting(group[known]!, others, place) && name !== bareName) group[known] = namesake;
    }
  }
  return new Map([...groups].filter(([, group]) => group.length > 1));
}

/** Whether a namesake is this place, and got its writing from the country for want of one in the table so far. */
function lacksOwnWriting(
  { place: { name }, writing }: Namesake,
  others: readonly string[],
  place: Place,
): boolean {
  return name === place.name && ![name, ...others].includes(writing);
}

/** Both sides of a border town (Rafah) are on one map. Half a degree is at most 56 km. */
function isNear(one: MapPoint, other: MapPoint): boolean {
  return Math.abs(one.latitude - other.latitude) < 0.5 && Math.abs(one.longitude - other.longitude) < 0.5;
}

function writingOf(name: string, { country }: Place): string {
  return name !== bareNameOf(name) || country === null ? name : `${name} (${countryName(country)})`;
}

function nameKey(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[æđıłøœß]/g, letter => WHOLE_LETTERS[letter]!)
    .replace(/\bst(?=e?[ .\-\u2010\u2011])/g, 'saint')
    .replace(/[^\p{L}\p{N}]/gu, '');
}
