// Lines of type, rules and spaces become blocks of SVG, which are stacked; letters are drawn as outlines.
import type { FittedText, Measure } from './measured-text.ts';
import { EM, type Typeface } from './typeface.ts';

/** The typography of one kind of text on a card. */
export interface TextStyle {
  readonly face: 'serif' | 'sans';
  /** The space between letters, in thousandths of the type size. */
  readonly spacing: number;
  /** The distance between two base lines, as a share of the type size. */
  readonly leading: number;
  readonly colour: string;
}

export interface CardType {
  readonly serif: Typeface;
  readonly sans: Typeface;
}

/** A piece of a card with a known height. `svg` draws it from the given top. All in pixels. */
export interface Block {
  readonly height: number;
  readonly svg: (top: number) => string;
}

/** The distance from the top of the tallest letters to the base line, as a share of the type size. */
const ASCENT = 0.8;

export function measureIn(style: TextStyle, type: CardType): Measure {
  return (text, size) => (type[style.face].outline(text, style.spacing).width * size) / EM;
}

/** A paragraph. Its height ends at the last base line: the descenders below it do not count for the eye. */
export function paragraph({ size, lines }: FittedText, x: number, style: TextStyle, type: CardType): Block {
  const step = size * style.leading;
  return {
    height: size * ASCENT + step * Math.max(0, lines.length - 1),
    svg: top =>
      lines
        .map((text, index) => line(text, size, x, top + size * ASCENT + index * step, style, type))
        .join(''),
  };
}

export function line(
  text: string,
  size: number,
  x: number,
  baseline: number,
  { face, spacing, colour }: TextStyle,
  type: CardType,
): string {
  const scale = size / EM;
  const letters = type[face]
    .outline(text, spacing)
    .glyphs.map(glyph => `<path transform="translate(${glyph.x} ${glyph.y})" d="${glyph.path}"/>`)
    .join('');
  return `<g fill="${colour}" transform="translate(${x} ${baseline}) scale(${scale} ${-scale})">${letters}</g>`;
}

export function space(height: number): Block {
  return { height, svg: () => '' };
}

export function bar(x: number, width: number, height: number, colour: string): Block {
  return { height, svg: top => rectangle(x, top, width, height, colour) };
}

export function rectangle(x: number, y: number, width: number, height: number, colour: string): string {
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${colour}"/>`;
}

/** The share of the free space that goes above the blocks: the eye sees a little less than half as the middle. */
const OPTICAL_MIDDLE = 0.48;

/** Stacks the blocks and draws them in the middle between two heights (pixels). */
export function centreBlocks(from: number, to: number, blocks: readonly Block[]): string {
  const height = blocks.reduce((sum, block) => sum + block.height, 0);
  let top = from + (to - from - height) * OPTICAL_MIDDLE;
  return blocks
    .map(block => {
      const svg = block.svg(top);
      top += block.height;
      return svg;
    })
    .join('');
}
