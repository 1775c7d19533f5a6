// The furniture of pages that do not carry it: what a server or a cache puts into them as they are asked for.
import { FURNITURE_PART_URLS } from '../../address/addresses.ts';
import type { FurnitureMode } from '../../site/furniture-modes.ts';
import type { FurnitureView } from '../views.ts';
import type { FurniturePart } from './furniture-block.ts';

/** What stands in a page for a file that is put into it. Addresses get the site's folder as all others do (`published-markup.ts`). */
const INCLUDES: Readonly<Record<Exclude<FurnitureMode, 'client'>, (url: string) => string>> = {
  // Apache (mod_include) takes no space behind `#`, nginx (ngx_http_ssi_module) takes one or none.
  ssi: url => `<!--#include virtual="${url}" -->`,
  // ESI Language Specification 1.0, § 2.1, as far as Varnish, Fastly and Akamai all read it.
  esi: url => `<esi:include src="${url}"/>`,
};

/** Of the same form as the furniture that pages carry, so that both come out alike; null: client code fetches it. */
export function includedFurniture(mode: FurnitureMode): FurnitureView | null {
  if (mode === 'client') return null;
  const piece = (name: FurniturePart) => ({ name, html: INCLUDES[mode](FURNITURE_PART_URLS[name]) });
  return {
    day: piece('day'),
    masthead: [piece('masthead')],
    band: [piece('band')],
    column: [{ tabbed: false, pieces: [piece('column')] }],
  };
}
