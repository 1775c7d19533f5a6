// A point on Earth to all that its map shows, each thing where it stands: lands, borders, the dot, names, a scale, a globe.
import { freeCorner } from './corners.ts';
import { frameAround } from './frame.ts';
import { GLOBE_RADIUS, type Globe, globe } from './globe.ts';
import { type Label, padded, pointLabel } from './labels.ts';
import type { MapPoint } from './map-point.ts';
import { mapNames, type Name } from './names.ts';
import type { Point } from './outline.ts';
import { type Box, edgeCells, noCells, take, union } from './raster.ts';
import { type ScaleBar, scaleBar } from './scale-bar.ts';
import { type Shapes, seenOn } from './seen.ts';
import { type CountryAt, countryAt } from './world.ts';

/** Units of the view box (`MAP_SIZE`). */
export interface MapLayout {
  readonly shapes: Shapes;
  /** The point itself. */
  readonly dot: Point;
  /** Its name; null: it has none. */
  readonly label: Label | null;
  /** Of countries and waters. */
  readonly names: readonly Name[];
  /** null: there is no corner for it. */
  readonly globe: (Globe & { readonly box: Box }) | null;
  readonly scale: (ScaleBar & { readonly box: Box }) | null;
}

export const DOT_RADIUS = 4.5;
export const SCALE_HEIGHT = 18;
/** On the line of the place’s name, no other follows at once: they would be read as one. */
const BESIDE_LABEL = 36;
/** How far names keep from the edges. */
const EDGE = 6;

/** `name` stands beside the dot. */
export function mapLayout(point: MapPoint, name: string | null): MapLayout {
  const place = [point.longitude, point.latitude] as const;
  const at = countryOf(point);
  const own = at?.country ?? null;
  const frame = frameAround(place, at);
  const { countries, ...shapes } = seenOn(frame, own);
  const dot = frame.project([...place])!;
  const label = name === null ? null : pointLabel(name, dot);

  const taken = noCells();
  const stand = <Thing extends { readonly box: Box }>(thing: Thing | null): Thing | null => {
    if (thing) take(taken, padded(thing.box));
    return thing;
  };
  const around = 2 * DOT_RADIUS;
  stand({ box: { x: dot[0] - around / 2, y: dot[1] - around / 2, width: around, height: around } });
  if (label) take(taken, padded(label.box, BESIDE_LABEL));
  const about = countries.find(({ own }) => own)?.cells ?? noCells();
  const corner = (width: number, height: number) => freeCorner(width, height, taken, about);
  const globeBox = corner(2 * GLOBE_RADIUS, 2 * GLOBE_RADIUS);
  const shownGlobe = stand(globeBox && { ...globe(place), box: globeBox });
  const bar = scaleBar(frame.perKilometre);
  const barBox = corner(bar.width, SCALE_HEIGHT);
  const shownBar = stand(barBox && { ...bar, box: barBox });
  return {
    shapes,
    dot,
    label,
    globe: shownGlobe,
    scale: shownBar,
    names: mapNames(frame, countries, point.country ?? own?.code ?? null, union(taken, edgeCells(EDGE))),
  };
}

/** Codes of lands that the atlas draws as a part of their state. */
const PART_OF: Readonly<Record<string, string>> = {
  GF: 'FR',
  GP: 'FR',
  MQ: 'FR',
  RE: 'FR',
  SJ: 'NO',
  YT: 'FR',
};

/** The country that the map is about; null: none, or one that the atlas does not show there. */
function countryOf({ latitude, longitude, country }: MapPoint): CountryAt | null {
  if (country === null) return null;
  const drawn = country === undefined ? null : (PART_OF[country] ?? country);
  const at = countryAt([longitude, latitude], drawn);
  const code = at?.country.code ?? null;
  return code === null || (drawn !== null && code !== drawn) ? null : at;
}
