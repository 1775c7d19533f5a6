// A block of the furniture (design, rule 4): what it shows, and how that becomes its view. Its template has its name.
import type { FURNITURE_PART_URLS } from '../../address/addresses.ts';
import type { Instant } from '../../time/instant.ts';
import type { PageContext } from '../page-type.ts';
import type { Tools } from '../tools.ts';

/** Where on a page a block stands: beside the date, below the masthead, in the right column. */
export type Region = Exclude<FurniturePart, 'day'>;

/** What of the furniture stands together in a page, and is a file of its own, too: the blocks of a region, or the day of the edition. */
export type FurniturePart = keyof typeof FURNITURE_PART_URLS;

export interface BlockDeclaration<Shown, View extends object> {
  /** In `_data/site.yaml`, and of its template `theme/furniture/{name}.njk`. */
  readonly name: string;
  readonly region: Region;
  /** Whether it stands behind its neighbours of the same kind under tabs. */
  readonly tabbed?: boolean;
  /** Plain data and references; null: there is nothing to show now. */
  readonly shown: (context: PageContext) => Shown | null;
  /** What the template sees as `view`, besides the portal. */
  readonly view: (shown: Shown, tools: Tools) => View;
  /** Instants at which it changes by the clock alone. */
  readonly changes?: (context: PageContext) => Iterable<Instant | null>;
}

/** A block among others, whatever it shows. */
export interface FurnitureBlock
  extends Pick<BlockDeclaration<unknown, object>, 'name' | 'region' | 'changes' | 'shown'> {
  readonly tabbed: boolean;
  /** `shown` is what `shown` gave. */
  readonly view: (shown: unknown, tools: Tools) => object;
}

export function furnitureBlock<Shown, View extends object>(
  declared: BlockDeclaration<Shown, View>,
): FurnitureBlock {
  const { view, tabbed = false, ...others } = declared;
  return { ...others, tabbed, view: (shown, tools) => view(shown as Shown, tools) };
}
