// A font from the form that browsers load (WOFF2) to the one whose tables can be changed (sfnt: TrueType), and back.

/** Ends when the conversion before has ended. */
let before: Promise<unknown> = Promise.resolve();

export function sfntOf(font: Buffer): Promise<Buffer> {
  return inTurn(font, 'sfnt');
}

export function woff2Of(font: Buffer): Promise<Buffer> {
  return inTurn(font, 'woff2');
}

/** One after the other: what a conversion gives stands for a moment in memory that the next one writes over, or takes away. */
function inTurn(font: Buffer, format: 'sfnt' | 'woff2'): Promise<Buffer> {
  const turn = before.then(async () => {
    // Imported here and not above: it starts a WebAssembly module, which only the first build needs.
    const { default: fontverter } = await import('fontverter');
    return await fontverter.convert(font, format);
  });
  before = turn.catch(() => {});
  return turn;
}
