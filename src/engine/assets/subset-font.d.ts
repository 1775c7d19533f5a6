// What we use of subset-font, which comes without types.
declare module 'subset-font' {
  type Axes = Readonly<Record<string, number | { readonly min: number; readonly max: number }>>;

  /** Gives the font with the glyphs of `text` and no others, or with all of them. */
  export default function subsetFont(
    font: Buffer,
    text: string | null,
    options: {
      readonly targetFormat: 'woff2' | 'truetype';
      readonly variationAxes: Axes;
      readonly noLayoutClosure?: boolean;
      readonly keepAllGlyphs?: boolean;
      /** Without the instructions for coarse screens. */
      readonly noHinting?: boolean;
    },
  ): Promise<Buffer>;
}
