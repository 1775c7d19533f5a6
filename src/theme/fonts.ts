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

/** A font that many machines have: it stands in until ours is there, in the same space, so that nothing moves. */
export interface Fallback {
  /** As style sheets ask for it. */
  readonly family: string;
  /** Each weight with its names, full and PostScript: browsers look for either (CSS Fonts 4, `local()`). */
  readonly faces: readonly {
    readonly weight: number;
    readonly local: readonly string[];
    /** Percent: how wide our letters of this weight are beside these. */
    readonly width: number;
  }[];
}

export interface FontStack {
  /** The custom property by which style sheets take it. */
  readonly property: string;
  readonly face: FontFace;
  /** Of the face, in percent of its size, from its `hhea` table. */
  readonly ascent: number;
  readonly descent: number;
  /** First the likeliest. */
  readonly fallbacks: readonly Fallback[];
  readonly generic: 'serif' | 'sans-serif';
}

/**
 * What French needs, and the signs that the theme prints. Whatever else a text holds (a Chinese name, a code sample)
 * comes from the reader's machine.
 */
export const CHARACTERS =
  ' !"%&\'()*+,-./0123456789:;=?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]_abcdefghijklmnopqrstuvwxyz' +
  'ÀÂÇÈÉÊËÎÏÔŒÙÛÜàâæçèéêëîïôœùûüÿ«»‘’–—…€°·×№§©›℃−\u00a0\u202f';

/**
 * `swap`: the text is there at once in a fallback of nearly the same size, and changes to ours whenever it comes; single
 * letters move by a pixel then, and a line may break elsewhere. `optional`: a font that is not there within a tenth of a second waits for
 * the next page, so that nothing ever moves; measured, only this gives a layout shift of 0 with fonts that come late.
 */
export const FONT_DISPLAY: 'swap' | 'optional' = 'optional';

/*
 * Widths were measured so: the mean width of a letter in running text, ours divided by theirs. For DejaVu from its `hmtx`
 * table, over the frequencies of letters, spaces and commas in French. For the others from the package @capsizecss/metrics
 * 4 (`xWidthAvg`, over English text: the quotient of two fonts differs by less than a percent). Liberation and Helvetica
 * are drawn to the widths of Times New Roman and Arial.
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
      // Headlines only: one weight is a third of the bytes of all.
      weight: 600,
    },
    ascent: 103.6,
    descent: 33.5,
    fallbacks: [
      {
        family: 'Quotidien Serif Georgia',
        faces: [{ weight: 600, local: ['Georgia Bold', 'Georgia-Bold'], width: 93.7 }],
      },
      {
        family: 'Quotidien Serif Times',
        faces: [
          {
            weight: 600,
            local: [
              'Times New Roman Bold',
              'TimesNewRomanPS-BoldMT',
              'Liberation Serif Bold',
              'LiberationSerif-Bold',
            ],
            width: 112.3,
          },
        ],
      },
      {
        family: 'Quotidien Serif Noto',
        faces: [{ weight: 600, local: ['Noto Serif Bold', 'NotoSerif-Bold'], width: 94.9 }],
      },
      {
        family: 'Quotidien Serif DejaVu',
        faces: [{ weight: 600, local: ['DejaVu Serif Bold', 'DejaVuSerif-Bold'], width: 85 }],
      },
    ],
    generic: 'serif',
  },
  {
    property: '--sans',
    face: {
      name: 'sans',
      family: 'Quotidien Sans',
      original: 'Source Sans 3',
      package: '@fontsource-variable/source-sans-3',
      file: 'files/source-sans-3-latin-wght-normal.woff2',
      weight: { min: 400, max: 700 },
    },
    ascent: 102.4,
    descent: 40,
    fallbacks: [
      {
        family: 'Quotidien Sans Segoe',
        faces: [
          { weight: 400, local: ['Segoe UI', 'SegoeUI'], width: 94.3 },
          { weight: 600, local: ['Segoe UI Bold', 'SegoeUI-Bold'], width: 90.7 },
          { weight: 700, local: ['Segoe UI Bold', 'SegoeUI-Bold'], width: 93.2 },
        ],
      },
      {
        family: 'Quotidien Sans Roboto',
        faces: [
          { weight: 400, local: ['Roboto', 'Roboto-Regular'], width: 94 },
          { weight: 600, local: ['Roboto Bold', 'Roboto-Bold'], width: 95.3 },
          { weight: 700, local: ['Roboto Bold', 'Roboto-Bold'], width: 98 },
        ],
      },
      {
        family: 'Quotidien Sans Arial',
        faces: [
          {
            weight: 400,
            local: ['Arial', 'ArialMT', 'Helvetica', 'Liberation Sans', 'LiberationSans'],
            width: 93.8,
          },
          {
            weight: 600,
            local: [
              'Arial Bold',
              'Arial-BoldMT',
              'Helvetica Bold',
              'Helvetica-Bold',
              'Liberation Sans Bold',
              'LiberationSans-Bold',
            ],
            width: 89.8,
          },
          {
            weight: 700,
            local: [
              'Arial Bold',
              'Arial-BoldMT',
              'Helvetica Bold',
              'Helvetica-Bold',
              'Liberation Sans Bold',
              'LiberationSans-Bold',
            ],
            width: 92.3,
          },
        ],
      },
      {
        family: 'Quotidien Sans DejaVu',
        faces: [
          { weight: 400, local: ['DejaVu Sans', 'DejaVuSans'], width: 82 },
          { weight: 600, local: ['DejaVu Sans Bold', 'DejaVuSans-Bold'], width: 74.8 },
          { weight: 700, local: ['DejaVu Sans Bold', 'DejaVuSans-Bold'], width: 76.8 },
        ],
      },
    ],
    generic: 'sans-serif',
  },
];
