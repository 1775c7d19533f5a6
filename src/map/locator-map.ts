// A point on Earth and its name to what pages say of a locator map: its address and description. `draw-locator-map.ts` makes the file.
import { imageUrl } from '../images/image-url.ts';
import { mapWords } from '../locale/map-words.ts';
import { countryName } from './country-names.ts';
import type { MapPoint } from './map-point.ts';
import { MAP_SIZE } from './map-size.ts';
import { countryAt } from './world.ts';

export type { MapPoint };

/** Plain JSON data. */
export interface LocatorMap {
  /** Address of the SVG file, and the name of the symbol in it: `/images/3f/….svg#carte`. */
  readonly url: string;
  /** Pixels of its view box. */
  readonly width: number;
  readonly height: number;
  /** « Bamako » */
  readonly label: string | null;
  /** What the map shows, in a sentence, for readers who do not see it. */
  readonly alt: string;
}

/** The id of the symbol in the file. A page shows it with `<use>`, so that the page’s custom properties reach it. */
export const SYMBOL = 'carte';

/** What pages need to show the map. When `point` has no country, this looks it up in the atlas, which takes 50 ms the first time. */
export function locatorMapView(point: MapPoint, label: string | null): LocatorMap {
  return {
    url: `${locatorMapFile(point, label)}#${SYMBOL}`,
    ...MAP_SIZE,
    label: nameOnMap(label),
    alt: altOf(point, label),
  };
}

/** The address of the file without the symbol. A file at this address never changes. */
export function locatorMapFile({ latitude, longitude, country }: MapPoint, label: string | null): string {
  return `${imageUrl('maps', [latitude, longitude, country === undefined ? '' : country, label])}.svg`;
}

/** « Tripoli » of « Tripoli (Liban) »: editors write the brackets to tell places apart, and the map shows where the place is. */
export function nameOnMap(label: string | null): string | null {
  return label === null ? null : label.replace(/ \([^()]*\)$/, '');
}

export function altOf(point: MapPoint, label: string | null): string {
  const name = nameOnMap(label);
  const code = point.country === undefined ? countryCodeAt(point) : point.country;
  const country = code === null ? null : countryName(code);
  return mapWords.alt(name ?? coordinates(point), country === name ? null : country);
}

function countryCodeAt({ latitude, longitude }: MapPoint): string | null {
  return countryAt([longitude, latitude])?.country.code ?? null;
}

/** « 12,64° N, 8° O » */
function coordinates({ latitude, longitude }: MapPoint): string {
  const { north, south, east, west } = mapWords;
  return `${degrees(latitude, north, south)}, ${degrees(longitude, east, west)}`;
}

function degrees(value: number, positive: string, negative: string): string {
  const figure = Math.abs(value).toLocaleString('fr', { maximumFractionDigits: 2 });
  return `${figure}°\u00a0${value < 0 ? negative : positive}`;
}
