// Which colours of the theme (`theme/styles/tokens.css`) meet on a page, and how far apart they have to be: `/style/` shows each pair.

/** WCAG 2.2, 1.4.6 (AAA): of text and its ground, whatever its size. */
export const LEAST_OF_TEXT = 7;
/** WCAG 2.2, 1.4.11: of what has to be told from its ground: the edge of a field, the focus, a bar, a border on a map. */
export const LEAST_OF_SIGNS = 3;

export interface ColourPair {
  /** Names of tokens, without dashes. */
  readonly colour: string;
  readonly ground: string;
  readonly least: typeof LEAST_OF_TEXT | typeof LEAST_OF_SIGNS;
}

const MAP_GROUNDS = ['map-sea', 'map-land', 'map-country'];
const COUNTRIES = ['map-land', 'map-country'];

export const COLOUR_PAIRS: readonly ColourPair[] = [
  ...pairs(['ink', 'quiet', 'link', 'mark', 'urgent'], ['paper', 'shade'], LEAST_OF_TEXT),
  ...pairs(['on-brand'], ['brand'], LEAST_OF_TEXT),
  ...pairs(['on-urgent'], ['urgent-ground'], LEAST_OF_TEXT),
  ...pairs(['map-text', 'map-quiet'], MAP_GROUNDS, LEAST_OF_TEXT),
  ...pairs(['map-point'], MAP_GROUNDS, LEAST_OF_SIGNS),
  ...pairs(['map-border'], COUNTRIES, LEAST_OF_SIGNS),
];

/** Lines that only part what is parted by space as well. */
export const PARTING_COLOURS: readonly string[] = ['rule'];

function pairs(
  colours: readonly string[],
  grounds: readonly string[],
  least: ColourPair['least'],
): readonly ColourPair[] {
  return colours.flatMap(colour => grounds.map(ground => ({ colour, ground, least })));
}
