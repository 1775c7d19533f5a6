// The French words on locator maps, and in their descriptions.

export const mapWords = {
  /** The alternative text; `country` is null when the place is itself a country, or is at sea. */
  alt: (place: string, country: string | null) =>
    `Carte de situation\u00a0: ${place}${country === null ? '' : ` (${country})`}.`,
  north: 'N',
  south: 'S',
  east: 'E',
  west: 'O',
  kilometres: (count: string) => `${count}\u00a0km`,
} as const;
