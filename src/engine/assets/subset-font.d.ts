// What we use of subset-font, which comes without types.
declare module 'subset-font' {
  type Axes = Readonly<Record<string, number | { readonly min: number; readonly max: number }>>;

  /** `font` and what is made of it are sfnt: subset-font converts others with fontverter, but several at once (`font-format.ts`). Gives the font with the glyphs of `text` and no others, or with all of them. */
  export default function subsetFont(
    font: Buffer,
    text: string | null,
    options: {
      readonly targetFormat: 'truetype';
      readonly variationAxes: Axes;
      /** Of the table `name`, besides 0 to 6, which stay anyway. */
      readonly preserveNameIds?: readonly number[];
      readonly noLayoutClosure?: boolean;
      readonly keepAllGlyphs?: boolean;
      /** Without the instructions for coarse screens. */
      readonly noHinting?: boolean;
    },
  ): Promise<Buffer>;
}
