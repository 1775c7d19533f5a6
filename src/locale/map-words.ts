// The words on locator maps and about them.

export const mapWords = {
  /** For who does not see the map; `country` is null when the place is a country itself, or at sea. */
  alt: (place: string, country: string | null) =>
    `Carte de situation\u00a0: ${place}${country === null ? '' : ` (${country})`}.`,
  north: 'N',
  south: 'S',
  east: 'E',
  west: 'O',
  kilometres: (count: string) => `${count}\u00a0km`,
} as const;
