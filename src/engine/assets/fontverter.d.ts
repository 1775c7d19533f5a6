// What we use of fontverter, which comes without types.
declare module 'fontverter' {
  type Format = 'sfnt' | 'woff2';

  const fontverter: {
    /** The format of `font` is found out. */
    readonly convert: (font: Buffer, to: Format) => Promise<Buffer>;
  };
  export default fontverter;
}
