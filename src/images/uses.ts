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

export const USES = {
  /** The article that leads a front. */
  lead: { crop: 'wide', widths: [480, 800, 1200], sizes: '(min-width: 64em) 36rem, 100vw' },
  /** « À la une », one after the other. */
  slide: { crop: 'wide', widths: [480, 800, 1200], sizes: '(min-width: 64em) 36rem, 100vw' },
  /** The first article of a section on the home page. */
  column: { crop: 'wide', widths: [480, 800], sizes: '(min-width: 64em) 18rem, 100vw' },
  /** An article of a list. */
  card: { crop: 'card', widths: [240, 480], sizes: '(min-width: 40em) 12rem, 8rem' },
  /** The strip of photographs on the home page, and a section of galleries. */
  grid: { crop: 'card', widths: [240, 480, 800], sizes: '(min-width: 64em) 16rem, 50vw' },
  /** A small square beside a headline. */
  thumbnail: { crop: 'square', widths: [120, 240], sizes: '5rem' },
  /** Above an article's text. */
  article: { crop: 'whole', widths: [480, 800, 1200], sizes: '(min-width: 64em) 44rem, 100vw' },
  /** Within an article's text. */
  text: { crop: 'whole', widths: [480, 800, 1200], sizes: '(min-width: 64em) 38rem, 100vw' },
  /** One of an article of photographs. */
  gallery: { crop: 'whole', widths: [480, 800, 1200], sizes: '(min-width: 64em) 44rem, 100vw' },
  /** On a whole screen, and the file that a reader keeps. */
  full: { crop: 'whole', widths: [1200, 2000], sizes: '100vw' },
} as const satisfies Readonly<Record<string, UseRules>>;

export type Use = keyof typeof USES;
