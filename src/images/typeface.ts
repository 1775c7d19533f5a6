// The files of a font become widths and outlines of texts, the same on every machine. HarfBuzz shapes the texts, with kerning.
import type { Font } from 'harfbuzzjs';

/** Lengths in this file are thousandths of the type size. */
export const EM = 1000;

export interface Outline {
  /** The advance width of the whole text. */
  readonly width: number;
  /** SVG path data, with y upwards from the base line, and the place of each glyph. Blanks have none. */
  readonly glyphs: readonly { readonly x: number; readonly y: number; readonly path: string }[];
}

export interface Typeface {
  /** Whether the font has the character with all its combining marks. */
  readonly covers: (character: string) => boolean;
  /** `spacing` is added after each letter. */
  readonly outline: (text: string, spacing: number) => Outline;
}

/** One file of the font, ready to set texts. */
interface Cut {
  readonly characters: ReadonlySet<number>;
  readonly shape: (text: string) => readonly ShapedGlyph[];
}

interface ShapedGlyph {
  readonly advance: number;
  readonly x: number;
  readonly y: number;
  readonly path: string;
}

/** HarfBuzz replaces every blank by the space, in the right width, so a font only needs the space. */
const SPACE = ' '.codePointAt(0)!;
const BLANK = /^\p{Zs}$/u;

const characters = new Intl.Segmenter('fr', { granularity: 'grapheme' });

/** `files` are TrueType. A character comes from the first file that has it. */
export async function openTypeface(files: readonly Uint8Array[]): Promise<Typeface> {
  // Imported here and not above: this starts a WebAssembly module, which only builds that print cards need.
  const harfbuzz = await import('harfbuzzjs');
  const cuts = files.map(file => openCut(harfbuzz, file));
  const cutFor = (character: string): Cut | undefined =>
    cuts.find(cut => [...character].every(point => cut.characters.has(glyphPoint(point))));
  return {
    covers: character => cutFor(character) !== undefined,
    outline: (text, spacing) =>
      join(
        runsOf(text, cutFor).flatMap(({ cut, text }) => cut.shape(text)),
        spacing,
      ),
  };
}

function openCut(harfbuzz: typeof import('harfbuzzjs'), file: Uint8Array): Cut {
  const face = new harfbuzz.Face(new harfbuzz.Blob(file));
  const font = new harfbuzz.Font(face);
  font.setScale(EM, EM);
  const pathOf = pathsOf(font);
  return {
    characters: new Set(face.collectUnicodes()),
    shape: text => {
      const buffer = new harfbuzz.Buffer();
      buffer.addText(text);
      buffer.guessSegmentProperties();
      buffer.setLanguage('fr');
      harfbuzz.shape(font, buffer);
      const positions = buffer.getGlyphPositions();
      return buffer.getGlyphInfos().map(({ codepoint }, index) => {
        const { xAdvance, xOffset, yOffset } = positions[index]!;
        return { advance: xAdvance, x: xOffset, y: yOffset, path: pathOf(codepoint) };
      });
    },
  };
}

/** A function that gives a glyph's path, and asks the font only once for each glyph. */
function pathsOf(font: Font): (glyph: number) => string {
  const known = new Map<number, string>();
  return glyph => {
    let path = known.get(glyph);
    if (path === undefined) {
      path = font.glyphToPath(glyph);
      known.set(glyph, path);
    }
    return path;
  };
}

/** Splits a text into the longest parts that one file can set. Characters that no file has are left out. */
function runsOf(text: string, cutFor: (character: string) => Cut | undefined) {
  const runs: { readonly cut: Cut; text: string }[] = [];
  for (const { segment } of characters.segment(text)) {
    const last = runs.at(-1);
    // A blank stays with the word before it, so that kerning works across it.
    const cut = last && BLANK.test(segment) ? last.cut : cutFor(segment);
    if (cut === undefined) continue;
    if (last?.cut === cut) last.text += segment;
    else runs.push({ cut, text: segment });
  }
  return runs;
}

function join(shaped: readonly ShapedGlyph[], spacing: number): Outline {
  let width = 0;
  const glyphs = shaped.map(({ advance, x, y, path }) => {
    const glyph = { x: width + x, y, path };
    // A combining mark takes no width of its own.
    if (advance > 0) width += advance + spacing;
    return glyph;
  });
  return { width, glyphs: glyphs.filter(({ path }) => path !== '') };
}

function glyphPoint(character: string): number {
  return BLANK.test(character) ? SPACE : character.codePointAt(0)!;
}
