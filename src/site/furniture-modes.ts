// How pages that do not carry the furniture come by it when somebody reads them.

/**
 * The values of `furnitureMode` in `_data/site`; the first is that of a portal that says nothing.
 * - `client`: client code fetches it;
 * - `ssi`: the server puts it in, nginx or Apache;
 * - `esi`: a cache before the server does, Varnish, Fastly or Akamai.
 */
export const FURNITURE_MODES = ['client', 'ssi', 'esi'] as const;

export type FurnitureMode = (typeof FURNITURE_MODES)[number];
