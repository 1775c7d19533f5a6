// A point on Earth, and its name, to the locator map that pages show of it: its address and its description at once, its drawing on demand.
import { imageUrl } from '../images/image-url.ts';
import { markupText } from '../images/markup-text.ts';
import { mapWords } from '../locale/map-words.ts';
import { countryName } from './country-names.ts';
import { mapDrawing } from './map-drawing.ts';
import { MAP_SIZE } from './map-extent.ts';
import { mapLayout } from './map-layout.ts';
import type { MapPoint } from './map-point.ts';
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
  /** What the map shows, in a sentence, for who does not see it. */
  readonly alt: string;
}

/** Within the file: a page shows it with `<use>`, so that the page’s custom properties reach it. */
const SYMBOL = 'carte';

/** Cheap, but for a point that names no country: this one is looked for on the map, which takes some 50 ms to read once. */
export function locatorMapView(point: MapPoint, label: string | null): LocatorMap {
  return {
    url: `${locatorMapFile(point, label)}#${SYMBOL}`,
    ...MAP_SIZE,
    label: shownName(label),
    alt: altOf(point, label),
  };
}

/** The address of the file alone. It never holds anything else. */
export function locatorMapFile({ latitude, longitude, country }: MapPoint, label: string | null): string {
  return `${imageUrl('maps', [latitude, longitude, country === undefined ? '' : country, label])}.svg`;
}

/** The file that `locatorMapView` names. */
export function drawLocatorMap(point: MapPoint, label: string | null): string {
  const { width, height } = MAP_SIZE;
  const box = `viewBox="0 0 ${width} ${height}"`;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" ${box} width="${width}" height="${height}"><title>${markupText(altOf(point, label))}</title>` +
    `<symbol id="${SYMBOL}" ${box}>${mapDrawing(mapLayout(point, shownName(label)))}</symbol><use href="#${SYMBOL}"/></svg>\n`
  );
}

/** « Tripoli (Liban) » is looked up so, and shown without its brackets: the map says the rest. */
function shownName(label: string | null): string | null {
  return label === null ? null : label.replace(/ \([^)]*\)$/, '');
}

function altOf(point: MapPoint, label: string | null): string {
  const name = shownName(label);
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
