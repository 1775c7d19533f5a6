// Files of one font to the widths and outlines of texts set in it, the same on every machine: HarfBuzz shapes, with kerning.
import type { Font } from 'harfbuzzjs';

/** Lengths are thousandths of the size of type. */
export const EM = 1000;

export interface Outline {
  /** How far the pen moves. */
  readonly width: number;
  /** Path data of SVG with y upwards from the base line, and where it stands; blanks have none. */
  readonly glyphs: readonly { readonly x: number; readonly y: number; readonly path: string }[];
}

export interface Typeface {
  /** Whether all of a character (with its combining marks) can be set. */
  readonly covers: (character: string) => boolean;
  /** `spacing` is added after each letter. */
  readonly outline: (text: string, spacing: number) => Outline;
}

/** One file, ready to set texts. */
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

/** HarfBuzz makes every blank of the space, in its right width, so a font needs only that one. */
const SPACE = ' '.codePointAt(0)!;
const BLANK = /^\p{Zs}$/u;

const characters = new Intl.Segmenter('fr', { granularity: 'grapheme' });

/** `files` are TrueType; a character is taken from the first that has it. */
export async function openTypeface(files: readonly Uint8Array[]): Promise<Typeface> {
  // Imported here and not above: it starts a WebAssembly module, and only a build that prints cards needs it.
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

/** Each glyph is drawn once. */
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

/** The longest parts of a text that one file can set; what none has is passed over. */
function runsOf(text: string, cutFor: (character: string) => Cut | undefined) {
  const runs: { readonly cut: Cut; text: string }[] = [];
  for (const { segment } of characters.segment(text)) {
    const last = runs.at(-1);
    // A blank between two words of one alphabet belongs to them: kerning goes over it.
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
