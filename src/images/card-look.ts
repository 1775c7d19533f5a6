// How social cards look, as data: their letters, their size, and which colours of the theme they have.
import sans from '@fontsource-variable/source-sans-3/package.json' with { type: 'json' };
import serif from '@fontsource-variable/source-serif-4/package.json' with { type: 'json' };

/** A font, as files of one npm package. Most letters are in the first file. */
export interface CardFont {
  readonly package: string;
  readonly version: string;
  readonly files: readonly string[];
  readonly weight: number;
}

/** The serif of `theme/fonts.ts`, and a sans, with all their alphabets: a card has no font of the reader's machine. */
export const CARD_FONTS = {
  serif: {
    package: serif.name,
    version: serif.version,
    files: filesOf('source-serif-4', [
      'latin',
      'latin-ext',
      'vietnamese',
      'greek',
      'cyrillic',
      'cyrillic-ext',
    ]),
    weight: 600,
  },
  sans: {
    package: sans.name,
    version: sans.version,
    files: filesOf('source-sans-3', [
      'latin',
      'latin-ext',
      'vietnamese',
      'greek',
      'greek-ext',
      'cyrillic',
      'cyrillic-ext',
    ]),
    weight: 600,
  },
} as const satisfies Readonly<Record<string, CardFont>>;

/** The tokens of the theme (`--paper`) that give a card its colours. No style sheet reaches a picture, so they are handed in. */
export const CARD_COLOUR_NAMES = ['paper', 'ink', 'rule', 'brand', 'urgent'] as const;

/** Each as SVG takes it: `#0a4a8f`. */
export type CardColours = Readonly<Record<(typeof CARD_COLOUR_NAMES)[number], string>>;

/** What social networks ask of a picture for a link: 1.91 to 1, see `CROPS` in `slots.ts`. */
export const SOCIAL_CARD_SIZE = { width: 1200, height: 630 } as const;

function filesOf(font: string, alphabets: readonly string[]): readonly string[] {
  return alphabets.map(alphabet => `files/${font}-${alphabet}-wght-normal.woff2`);
}
