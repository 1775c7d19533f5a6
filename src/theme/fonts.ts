// The letters of the theme, as data: which are delivered, and how those that a reader's machine has are fitted to them.

/** One file of letters, cut from a font of a package. */
export interface FontFace {
  /** Part of its address: `/assets/serif.….woff2`. */
  readonly name: string;
  /** As style sheets ask for it, and as the file is named inside: the licence forbids the name that the makers reserve. */
  readonly family: string;
  /** As its makers call the font from which it is cut. */
  readonly original: string;
  /** The npm package, and the font's file in it. */
  readonly package: string;
  readonly file: string;
  /** One weight, or a range of them when the font stays variable. */
  readonly weight: number | { readonly min: number; readonly max: number };
}

/** A font that many machines have, drawn at the size at which it goes with ours. */
export interface LocalFace {
  readonly weight: number;
  /** Its names, full and PostScript: browsers look for either (CSS Fonts 4, `local()`). */
  readonly local: readonly string[];
  /** Percent of the size that style sheets ask for. */
  readonly size: number;
}

/** Fonts that stand in until ours is there, in the same space, so that nothing moves. */
export interface Fallback {
  /** As style sheets ask for it. */
  readonly family: string;
  readonly faces: readonly LocalFace[];
}

export interface FontStack {
  /** The custom property by which style sheets take it. */
  readonly property: string;
  readonly face: FontFace;
  /** Of the face, in percent of its size, from its `hhea` table. */
  readonly ascent: number;
  readonly descent: number;
  /** Under the family's own name, as high as its small letters. The likeliest last: of faces that are there, browsers take the last. */
  readonly italics: readonly LocalFace[];
  /** First the likeliest. */
  readonly fallbacks: readonly Fallback[];
  readonly generic: 'serif' | 'sans-serif';
}

/**
 * What French needs, and names of its neighbours (Müller, Núñez, Sørensen). Whatever else a text holds (a Chinese name, a code sample,
 * `℃`, which the font lacks) comes from the reader's machine.
 */
export const CHARACTERS =
  ' !"%&\'()*+,-./0123456789:;=?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]_abcdefghijklmnopqrstuvwxyz' +
  'ÀÂÆÇÈÉÊËÎÏÔŒÙÛÜàâæçèéêëîïôœùûüÿ«»‘’–—…€°·×§©−\u00a0\u202f' +
  'ÁÄÅÍÑÓÖØÚáãäåíñóöøúýß';

/**
 * `swap`: the text is there at once in a fallback of nearly the same size, and changes to ours whenever it comes; single
 * letters move by a pixel then, and a line may break elsewhere. `optional`: a font that is not there within a tenth of a second waits for
 * the next page, so that nothing ever moves; measured, only this gives a layout shift of 0 with fonts that come late.
 */
export const FONT_DISPLAY: 'swap' | 'optional' = 'optional';

/*
 * Sizes of fallbacks were measured so: the mean width of a letter in running text, ours divided by theirs. For DejaVu from its `hmtx`
 * table, over the frequencies of letters, spaces and commas in French. For the others from the package @capsizecss/metrics
 * 4 (`xWidthAvg`, over English text: the quotient of two fonts differs by less than a percent). Liberation is drawn to the widths of
 * Times New Roman. Sizes of italics: the height of a small x, ours divided by theirs, from the same package, and DejaVu's `OS/2` table.
 */
export const FONT_STACKS: readonly FontStack[] = [
  {
    property: '--serif',
    face: {
      name: 'serif',
      family: 'Quotidien Serif',
      original: 'Source Serif 4',
      package: '@fontsource-variable/source-serif-4',
      file: 'files/source-serif-4-latin-wght-normal.woff2',
      // Texts, headlines and what is strong in a text: all weights cost less than two of them apart.
      weight: { min: 400, max: 700 },
    },
    ascent: 103.6,
    descent: 33.5,
    italics: [
      { weight: 400, local: ['DejaVu Serif Italic', 'DejaVuSerif-Italic'], size: 91.5 },
      {
        weight: 400,
        local: [
          'Times New Roman Italic',
          'TimesNewRomanPS-ItalicMT',
          'Liberation Serif Italic',
          'LiberationSerif-Italic',
        ],
        size: 110.4,
      },
      { weight: 400, local: ['Noto Serif Italic', 'NotoSerif-Italic'], size: 88.6 },
      { weight: 400, local: ['Georgia Italic', 'Georgia-Italic'], size: 96.4 },
    ],
    fallbacks: [
      {
        family: 'Quotidien Serif Georgia',
        faces: [
          { weight: 400, local: ['Georgia'], size: 107.4 },
          { weight: 600, local: ['Georgia Bold', 'Georgia-Bold'], size: 93.7 },
        ],
      },
      {
        family: 'Quotidien Serif Times',
        faces: [
          {
            weight: 400,
            local: ['Times New Roman', 'TimesNewRomanPSMT', 'Liberation Serif', 'LiberationSerif'],
            size: 117.9,
          },
          {
            weight: 600,
            local: [
              'Times New Roman Bold',
              'TimesNewRomanPS-BoldMT',
              'Liberation Serif Bold',
              'LiberationSerif-Bold',
            ],
            size: 112.3,
          },
        ],
      },
      {
        family: 'Quotidien Serif Noto',
        faces: [
          { weight: 400, local: ['Noto Serif', 'NotoSerif', 'NotoSerif-Regular'], size: 99.6 },
          { weight: 600, local: ['Noto Serif Bold', 'NotoSerif-Bold'], size: 94.9 },
        ],
      },
      {
        family: 'Quotidien Serif DejaVu',
        faces: [
          { weight: 400, local: ['DejaVu Serif', 'DejaVuSerif'], size: 92.5 },
          { weight: 600, local: ['DejaVu Serif Bold', 'DejaVuSerif-Bold'], size: 85 },
        ],
      },
    ],
    generic: 'serif',
  },
];
