// PLACEHOLDER
export interface LocatorMap {
  /** Address of the SVG file, and the name of the symbol in it: `/images/3f/….svg#carte`. */
  readonly url: string;
  /** Pixels of its view box. */
  readonly width: number;
  readonly height: number;
  /** « Bamako » */
  readonly label: string | null;
  /** What the map shows, in a sentence, for who does not see it. */
  readonly alt: string;
}
