// The shape of the tables of places, one for each part of the world.

/** Its name in French, degrees north and east to a hundredth, and other names under which editors may look for it. */
export type PlaceRow = readonly [name: string, latitude: number, longitude: number, ...others: string[]];

/** By the country’s code (ISO 3166-1 alpha-2), the capital first. */
export type PlaceTable = Readonly<Record<string, readonly PlaceRow[]>>;
