// A text to about how wide it is: a map's names are set by the reader's browser, in whatever font it has by then.

/** Shares of the size of type: a tenth more than Source Sans 3 has at weight 400, for the fonts that stand in for it are wider. */
const NARROW = 0.31;
const USUAL = 0.55;
const CAPITAL = 0.66;
const WIDE = 0.88;

/** Units of `size`; an estimate that is rather too wide than too narrow. */
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
