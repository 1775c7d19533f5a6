// A part of the furniture as a file of its own: servers put it into pages that do not carry it (SSI, ESI), and client code brings open pages up to date.
import { FURNITURE_PART_URLS } from '../../address/addresses.ts';
import type { FurniturePart } from '../furniture/furniture-block.ts';
import { pageType } from '../page-type.ts';

/** A piece of a page: besides this it has the portal and the furniture, and no title of its own. */
export interface FurniturePartView {
  readonly part: FurniturePart;
}

/** They stand there whatever the site's mode, so that no address is lost when that changes. */
export const furniturePart = pageType({
  name: 'furniture-part',
  renderer: 'archive',
  furnished: true,
  alone: true,

  *pages() {
    for (const part of Object.keys(FURNITURE_PART_URLS) as FurniturePart[])
      yield { url: FURNITURE_PART_URLS[part], furnished: part, shown: { part } };
  },

  view: ({ part }): FurniturePartView => ({ part }),
});
