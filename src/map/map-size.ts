// How large a locator map is: pages say so without the code that draws one.

/** In units of the view box, which are pixels when a page shows the map at its own size: names are legible, and a phone has room for it. */
export const MAP_SIZE = { width: 400, height: 300 } as const;
