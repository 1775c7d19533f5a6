// The layout of a map becomes SVG that takes its colours from the page.

import { markupText } from '../images/markup-text.ts';
import { mapWords } from '../locale/map-words.ts';
import { GLOBE_RADIUS } from './inset-globe.ts';
import { type Label, LEADING } from './labels.ts';
import { DOT_RADIUS, type MapLayout } from './map-layout.ts';
import type { Name } from './map-names.ts';
import { MAP_SIZE } from './map-size.ts';
import type { Point } from './outline.ts';
import type { Shapes } from './visible-land.ts';

/** Custom properties of the page; the colours after the comma are for a reader who opens the file by itself. */
const COLOURS = {
  sea: 'var(--map-sea,#d3e2ef)',
  land: 'var(--map-land,#ecebe6)',
  country: 'var(--map-country,#fdf7e4)',
  border: 'var(--map-border,#a5a29a)',
  text: 'var(--map-text,#16191d)',
  quiet: 'var(--map-quiet,#545c66)',
  point: 'var(--map-point,#b80f1d)',
} as const;

/** The radius of the dot on the globe. */
const SMALL_DOT = 2.4;
/** The size of type of the scale. */
const SCALE_SIZE = 11;

/** The elements to put inside a view box of `MAP_SIZE`. */
export function mapDrawing({ shapes, dot, label, names, globe, scale }: MapLayout): string {
  return [
    ...background(shapes),
    '<g font-family="var(--sans,sans-serif)" text-anchor="middle">',
    ...names.map(nameText),
    scale ? scaleMark(scale) : '',
    globe ? globeMark(globe) : '',
    dotMark(dot, DOT_RADIUS),
    label ? pointText(label) : '',
    '</g>',
  ].join('');
}

function background({ lands, own, borders }: Shapes): readonly string[] {
  return [
    `<path fill="${COLOURS.sea}" d="M0 0h${MAP_SIZE.width}v${MAP_SIZE.height}H0z"/>`,
    '<g transform="scale(.1)">',
    path(`fill="${COLOURS.land}"`, lands),
    path(`fill="${COLOURS.country}"`, own),
    path(`fill="none" stroke="${COLOURS.border}" stroke-width="8" stroke-linejoin="round"`, borders),
    '</g>',
  ];
}

function path(style: string, data: string): string {
  return data === '' ? '' : `<path ${style} d="${data}"/>`;
}

const NAME_STYLES: Readonly<Record<Name['of'], string>> = {
  own: `fill="${COLOURS.text}" font-weight="600"`,
  country: `fill="${COLOURS.quiet}"`,
  sea: `fill="${COLOURS.quiet}" font-style="italic"`,
};

function nameText(name: Name): string {
  return text(name, NAME_STYLES[name.of]);
}

/** The text has a rim in the country's colour, so that readers can tell it from borders and coasts below it. */
function pointText(label: Label): string {
  return text(
    label,
    `fill="${COLOURS.text}" font-weight="700" stroke="${COLOURS.country}" stroke-width="3" stroke-linejoin="round" paint-order="stroke"`,
  );
}

function text({ lines, size, x, y, anchor }: Omit<Label, 'box'>, style: string): string {
  const step = tenth(size * LEADING);
  const [first, ...others] = lines.map(markupText);
  const below = others.map(line => `<tspan x="${tenth(x)}" dy="${step}">${line}</tspan>`).join('');
  // A line of capitals and small letters looks centred a third of its size above the base line.
  const place = `x="${tenth(x)}" y="${tenth(y + size / 3)}"`;
  const side = anchor === 'middle' ? '' : ` text-anchor="${anchor}"`;
  return `<text ${place} font-size="${size}"${side} ${style}>${first}${below}</text>`;
}

function scaleMark({ kilometres, width, box }: NonNullable<MapLayout['scale']>): string {
  const { x, y, height } = box;
  const words = mapWords.kilometres(kilometres.toLocaleString('fr'));
  return (
    path(
      `fill="none" stroke="${COLOURS.text}"`,
      `M${tenth(x)} ${tenth(y + height - 4)}v3.5h${tenth(width)}v-3.5`,
    ) +
    text(
      { lines: [words], size: SCALE_SIZE, x: x + width / 2, y: y + height - 9, anchor: 'middle' },
      `fill="${COLOURS.text}"`,
    )
  );
}

function globeMark({ land, dot, box }: NonNullable<MapLayout['globe']>): string {
  const middle = `${tenth(box.x + GLOBE_RADIUS)} ${tenth(box.y + GLOBE_RADIUS)}`;
  return (
    `<g transform="translate(${middle})"><circle r="${GLOBE_RADIUS}" fill="${COLOURS.sea}"/>` +
    path(`transform="scale(.1)" fill="${COLOURS.border}"`, land) +
    `<circle r="${GLOBE_RADIUS}" fill="none" stroke="${COLOURS.quiet}" stroke-width=".8"/>${dotMark(dot, SMALL_DOT)}</g>`
  );
}

function dotMark([x, y]: Point, radius: number): string {
  return `<circle cx="${tenth(x)}" cy="${tenth(y)}" r="${radius}" fill="${COLOURS.point}" stroke="${COLOURS.country}" stroke-width="1.5"/>`;
}

function tenth(value: number): string {
  return `${Math.round(value * 10) / 10}`;
}
