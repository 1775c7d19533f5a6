// What we use of subset-font, which comes without types.
declare module 'subset-font' {
  /** Gives the font with the glyphs of `text` and no others. */
  export default function subsetFont(
    font: Buffer,
    text: string,
    options: {
      readonly targetFormat: 'woff2';
      readonly variationAxes: Readonly<
        Record<string, number | { readonly min: number; readonly max: number }>
      >;
      readonly noLayoutClosure: boolean;
    },
  ): Promise<Buffer>;
}
