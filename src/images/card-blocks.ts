// Lines of type, rules and spaces to blocks of SVG that stand one under the other; letters are drawn as outlines.
import type { FittedText, Measure } from './measured-text.ts';
import { EM, type Typeface } from './typeface.ts';

/** How one kind of text on a card is set. */
export interface TextStyle {
  readonly face: 'serif' | 'sans';
  /** Between letters, in thousandths of the size of type. */
  readonly spacing: number;
  /** From one base line to the next, of the size of type. */
  readonly leading: number;
  readonly colour: string;
}

export interface CardType {
  readonly serif: Typeface;
  readonly sans: Typeface;
}

/** Something of a height, drawn from its own top; all in pixels. */
export interface Block {
  readonly height: number;
  readonly svg: (top: number) => string;
}

/** From the top of the tallest letters to the base line, of the size of type. */
const ASCENT = 0.8;

export function measureIn(style: TextStyle, type: CardType): Measure {
  return (text, size) => (type[style.face].outline(text, style.spacing).width * size) / EM;
}

/** Lines one under the other; below the last base line only descenders reach out, which the eye passes over. */
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

/** A little less is left above than below: the eye takes that for the middle. */
const OPTICAL_MIDDLE = 0.48;

/** The blocks one under the other, in the middle between two heights. */
export function centred(from: number, to: number, blocks: readonly Block[]): string {
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
