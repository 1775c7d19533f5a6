// A point on Earth to all that its map shows, each thing where it stands: lands, borders, the dot, names, a scale, a globe.

import { type Box, edgeCells, noCells, take, union } from './cell-grid.ts';
import { GLOBE_RADIUS, type Globe, globe } from './inset-globe.ts';
import { type Label, padded, pointLabel } from './labels.ts';
import { frameAround } from './map-extent.ts';
import { mapNames, type Name } from './map-names.ts';
import type { MapPoint } from './map-point.ts';
import type { Point } from './outline.ts';
import { standInCorner } from './place-in-corner.ts';
import { type ScaleBar, scaleBar } from './scale-bar.ts';
import { type Shapes, seenOn } from './visible-land.ts';
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
const BESIDE_LABEL = 24;
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
  take(taken, padded(dotBox(dot)));
  if (label) take(taken, padded(label.box, BESIDE_LABEL));
  const about = countries.find(({ own }) => own)?.cells ?? noCells();
  const globeBox = standInCorner(2 * GLOBE_RADIUS, 2 * GLOBE_RADIUS, taken, about);
  const bar = scaleBar(frame.perKilometre);
  const barBox = standInCorner(bar.width, SCALE_HEIGHT, taken, about);
  const ownCode = point.country ?? own?.code ?? null;
  return {
    shapes,
    dot,
    label,
    globe: globeBox && { ...globe(place), box: globeBox },
    scale: barBox && { ...bar, box: barBox },
    names: mapNames(frame, countries, ownCode, union(taken, edgeCells(EDGE))),
  };
}

function dotBox([x, y]: Point): Box {
  return { x: x - DOT_RADIUS, y: y - DOT_RADIUS, width: 2 * DOT_RADIUS, height: 2 * DOT_RADIUS };
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
