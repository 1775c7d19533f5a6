// The type of the gazetteer's tables of places, of which there is one for each part of the world.

/** A place's name in French, its degrees north and east to a hundredth, and other names that editors may type. */
export type PlaceRow = readonly [name: string, latitude: number, longitude: number, ...others: string[]];

/** Places by their country’s code (ISO 3166-1 alpha-2), the capital first. */
export type PlaceTable = Readonly<Record<string, readonly PlaceRow[]>>;
