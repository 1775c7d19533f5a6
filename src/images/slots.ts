// The places of the theme that show photographs, as data: each with its shape, and the widths that its layout needs.
// Whoever changes the width of a place in a style sheet changes its `sizes` here.

/** The shapes (width / height) to which photographs are cropped around their focus. `whole` is no crop. */
export const CROPS = {
  whole: null,
  wide: 16 / 9,
  card: 4 / 3,
  square: 1,
  /** The picture that social networks show for a link: 1200 × 630 pixels (ogp.me names no size; all networks document 1.91:1). */
  social: 1200 / 630,
} as const satisfies Readonly<Record<string, number | null>>;

export type Crop = keyof typeof CROPS;

export interface SlotRules {
  readonly crop: Crop;
  /** The widths of the files, in pixels, ascending. A photograph has only those that are not wider than itself. */
  readonly widths: readonly number[];
  /** HTML's attribute `sizes`: the width of the place in each layout. */
  readonly sizes: string;
}

/** The lengths in `sizes` were measured in windows 320 to 2560 pixels wide; one `em` is 16 pixels. */
export const SLOTS = {
  /** The lead article of a front, and of a section alone in its row on the home page. */
  lead: {
    crop: 'wide',
    widths: [480, 800, 1200],
    sizes: '(min-width: 100em) 43em, (min-width: 76em) 38em, (min-width: 60em) calc(100vw - 24em), 100vw',
  },
  /** A slide of « À la une ». */
  slide: {
    crop: 'wide',
    widths: [480, 800, 1200],
    sizes: '(min-width: 76em) 36em, (min-width: 60em) calc(55vw - 13em), (min-width: 48em) 52vw, 100vw',
  },
  /** The first article of a section on the home page, three side by side. */
  column: {
    crop: 'wide',
    widths: [480, 800],
    sizes: '(min-width: 100em) 29em, (min-width: 80em) 25em, (min-width: 48em) 30vw, 100vw',
  },
  /** An article of a list. */
  card: { crop: 'card', widths: [240, 480], sizes: '(min-width: 36em) 12em, 7em' },
  /** The strip of photographs on the home page, two side by side on a telephone, and sections there, two side by side; and a section of galleries, where each fills the width. */
  grid: {
    crop: 'card',
    widths: [360, 480, 800],
    sizes: '(min-width: 77em) 21em, (min-width: 60em) 33vw, (min-width: 34em) 46vw, 66vw',
  },
  /** A small square beside a headline: the most read articles. */
  thumbnail: { crop: 'square', widths: [120, 240], sizes: '5em' },
  /** Who signs, in a circle. */
  portrait: { crop: 'square', widths: [128, 256], sizes: '8em' },
  /** Above an article's text. */
  article: {
    crop: 'whole',
    widths: [480, 800, 1200],
    sizes: '(min-width: 100em) 48em, (min-width: 76em) 45em, (min-width: 42em) 40em, 100vw',
  },
  /** Within an article's text. */
  text: { crop: 'whole', widths: [480, 800, 1200], sizes: '(min-width: 37em) 34em, 100vw' },
  /** A photograph of an article of photographs. */
  gallery: {
    crop: 'whole',
    widths: [480, 800, 1200],
    sizes: '(min-width: 100em) 48em, (min-width: 76em) 45em, (min-width: 50em) 48em, 100vw',
  },
  /** On a whole screen, and the file that a reader may save. */
  full: { crop: 'whole', widths: [1200, 2000], sizes: '100vw' },
} as const satisfies Readonly<Record<string, SlotRules>>;

export type Slot = keyof typeof SLOTS;
