// The places of the theme that show photographs, as data: for each, the shape and the widths that its layout needs.
// Whoever changes the width of a place in a style sheet changes its `sizes` here.

/** A shape that photographs are cut to around their focus; `whole` leaves them as they are. */
export const CROPS = {
  whole: null,
  wide: 16 / 9,
  card: 4 / 3,
  square: 1,
  /** What social networks show of a link: 1200 × 630 pixels (ogp.me says nothing of it; all of them document 1.91:1). */
  social: 1200 / 630,
} as const satisfies Readonly<Record<string, number | null>>;

export type Crop = keyof typeof CROPS;

export interface UseRules {
  readonly crop: Crop;
  /** Pixels, ascending: in these widths a photograph is made, as far as it has them. */
  readonly widths: readonly number[];
  /** The attribute `sizes` of HTML: how wide the place is in each layout. */
  readonly sizes: string;
}

/** Lengths of `sizes` are those of the layout as measured in windows of 320 to 2560 pixels; an `em` is 16 of them. */
export const USES = {
  /** The article that leads a front. */
  lead: {
    crop: 'wide',
    widths: [480, 800, 1200],
    sizes: '(min-width: 100em) 43em, (min-width: 76em) 38em, (min-width: 60em) calc(100vw - 24em), 100vw',
  },
  /** « À la une », one after the other. */
  slide: {
    crop: 'wide',
    widths: [480, 800, 1200],
    sizes: '(min-width: 76em) 36em, (min-width: 60em) calc(55vw - 13em), (min-width: 48em) 52vw, 100vw',
  },
  /** The first article of a section on the home page. */
  column: {
    crop: 'wide',
    widths: [480, 800],
    sizes: '(min-width: 77em) 21em, (min-width: 60em) 33vw, (min-width: 39em) 46vw, 100vw',
  },
  /** An article of a list. */
  card: { crop: 'card', widths: [240, 480], sizes: '(min-width: 36em) 12em, 7em' },
  /** The strip of photographs on the home page, two abreast on a telephone; a section of galleries, where each stands alone. */
  grid: {
    crop: 'card',
    widths: [360, 480, 800],
    sizes: '(min-width: 77em) 21em, (min-width: 60em) 33vw, (min-width: 34em) 46vw, 66vw',
  },
  /** A small square beside a headline: the most read articles. */
  thumbnail: { crop: 'square', widths: [120, 240], sizes: '5em' },
  /** Above an article's text. */
  article: {
    crop: 'whole',
    widths: [480, 800, 1200],
    sizes: '(min-width: 100em) 48em, (min-width: 76em) 45em, (min-width: 42em) 40em, 100vw',
  },
  /** Within an article's text. */
  text: { crop: 'whole', widths: [480, 800, 1200], sizes: '(min-width: 37em) 34em, 100vw' },
  /** One of an article of photographs. */
  gallery: {
    crop: 'whole',
    widths: [480, 800, 1200],
    sizes: '(min-width: 100em) 48em, (min-width: 76em) 45em, (min-width: 42em) 40em, 100vw',
  },
  /** On a whole screen, and the file that a reader keeps. */
  full: { crop: 'whole', widths: [1200, 2000], sizes: '100vw' },
} as const satisfies Readonly<Record<string, UseRules>>;

export type Use = keyof typeof USES;
