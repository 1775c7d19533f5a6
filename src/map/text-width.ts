// A text becomes an estimate of its width: the reader's browser sets the map's names, in a font of the reader's own.

/* Widths of characters, as shares of the size of type. They are a tenth more than in Source Sans 3 at weight 400, and Arial, Roboto and Segoe UI are at most 7 % wider than that. */
const NARROW = 0.31;
const USUAL = 0.55;
const CAPITAL = 0.66;
const WIDE = 0.88;

/** In the unit of `size`. The estimate is rather too wide than too narrow. */
export function textWidth(text: string, size: number): number {
  let width = 0;
  for (const character of text) width += characterWidth(character);
  return width * size;
}

function characterWidth(character: string): number {
  if (/[\p{Zs}\p{P}fijlrtïî]/u.test(character)) return NARROW;
  if (/[mwMWŒœ\p{Lo}]/u.test(character)) return WIDE;
  return /\p{Lu}/u.test(character) ? CAPITAL : USUAL;
}
