// A point on Earth becomes the layout of its map: lands, borders, the dot, names, a scale and a globe, each with its position.

import { type Box, edgeCells, emptyCells, markBox, union } from './cell-grid.ts';
import { GLOBE_RADIUS, type InsetGlobe, insetGlobe } from './inset-globe.ts';
import { type Label, pad, pointLabel } from './labels.ts';
import { extentAround } from './map-extent.ts';
import { mapNames, type Name } from './map-names.ts';
import type { MapPoint } from './map-point.ts';
import type { Point } from './outline.ts';
import { placeInCorner } from './place-in-corner.ts';
import { type ScaleBar, scaleBar } from './scale-bar.ts';
import { type Shapes, visibleLand } from './visible-land.ts';
import { type CountryAt, countryAt } from './world.ts';

/** In units of the view box (`MAP_SIZE`). */
export interface MapLayout {
  readonly shapes: Shapes;
  /** The point itself. */
  readonly dot: Point;
  /** The name of the point; null when it has none. */
  readonly label: Label | null;
  /** Names of countries and waters. */
  readonly names: readonly Name[];
  /** null when no corner is free. */
  readonly globe: (InsetGlobe & { readonly box: Box }) | null;
  /** null when no corner is free. */
  readonly scale: (ScaleBar & { readonly box: Box }) | null;
}

export const DOT_RADIUS = 4.5;
export const SCALE_HEIGHT = 18;
/** The gap at both sides of the place’s name, without which readers would take it and the next name for one. */
const BESIDE_LABEL = 24;
/** The gap between names and the edges of the map. */
const EDGE = 6;

/** @param name stands beside the dot. */
export function mapLayout(point: MapPoint, name: string | null): MapLayout {
  const place = [point.longitude, point.latitude] as const;
  const at = countryOf(point);
  const own = at?.country ?? null;
  const extent = extentAround(place, at);
  const { countries, ...shapes } = visibleLand(extent, own);
  const dot = extent.project([...place])!;
  const label = name === null ? null : pointLabel(name, dot);

  const occupied = emptyCells();
  markBox(occupied, pad(dotBox(dot)));
  if (label) markBox(occupied, pad(label.box, BESIDE_LABEL));
  const ownCells = countries.find(({ own }) => own)?.cells ?? emptyCells();
  const globeBox = placeInCorner(2 * GLOBE_RADIUS, 2 * GLOBE_RADIUS, occupied, ownCells);
  const bar = scaleBar(extent.perKilometre);
  const barBox = placeInCorner(bar.width, SCALE_HEIGHT, occupied, ownCells);
  const ownCode = point.country ?? own?.code ?? null;
  return {
    shapes,
    dot,
    label,
    globe: globeBox && { ...insetGlobe(place), box: globeBox },
    scale: barBox && { ...bar, box: barBox },
    names: mapNames(extent, countries, ownCode, union(occupied, edgeCells(EDGE))),
  };
}

function dotBox([x, y]: Point): Box {
  return { x: x - DOT_RADIUS, y: y - DOT_RADIUS, width: 2 * DOT_RADIUS, height: 2 * DOT_RADIUS };
}

/** Codes of lands that the atlas draws as a part of a state, and the codes of these states. */
const PART_OF: Readonly<Record<string, string>> = {
  GF: 'FR',
  GP: 'FR',
  MQ: 'FR',
  RE: 'FR',
  SJ: 'NO',
  YT: 'FR',
};

/** The country that the map is about; null when there is none, or the atlas does not have it at the point. */
function countryOf({ latitude, longitude, country }: MapPoint): CountryAt | null {
  if (country === null) return null;
  const drawn = country === undefined ? null : (PART_OF[country] ?? country);
  const at = countryAt([longitude, latitude], drawn);
  const code = at?.country.code ?? null;
  return code === null || (drawn !== null && code !== drawn) ? null : at;
}
