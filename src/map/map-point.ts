// The place at which a locator map points.

export interface MapPoint {
  /** Degrees north. */
  readonly latitude: number;
  /** Degrees east. */
  readonly longitude: number;
  /** ISO 3166-1 alpha-2. null: the map names no country. When it is left out, the map looks up the country at the point. */
  readonly country?: string | null;
}
