// What a locator map points at.

export interface MapPoint {
  /** Degrees north. */
  readonly latitude: number;
  /** Degrees east. */
  readonly longitude: number;
  /** ISO 3166-1 alpha-2; null: no country is named; without it, the country is looked up on the map. */
  readonly country?: string | null;
}
