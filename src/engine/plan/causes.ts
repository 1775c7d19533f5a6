// What made a page be rendered, as values: words are made of them in `locale/explain-words.ts`.
import { hashOf } from '../../hash/hash.ts';
import { FURNITURE_BLOCKS, isInPart } from '../../pages/furniture/furniture.ts';
import type { FurniturePart } from '../../pages/furniture/furniture-block.ts';
import type { Page } from '../../pages/page-type.ts';
import { PAGE_TYPES } from '../../pages/registry.ts';
import type { FurnitureMode } from '../../site/furniture-modes.ts';
import type { Memory } from '../memory/memory.ts';
import type { RememberedPage } from '../memory/row-formats.ts';
import { changedParts, wasFurnished } from './page-parts.ts';
import type { Ingredients } from './plan.ts';

export type Cause =
  /** No earlier build made the page, or nothing is remembered of it. */
  | { readonly cause: 'new' }
  /** Its file is missing from the output, or may not be whole. */
  | { readonly cause: 'file' }
  | { readonly cause: 'code' }
  | { readonly cause: 'time zone' }
  /** `part` is a field of `Portal`. */
  | { readonly cause: 'portal'; readonly part: string }
  | { readonly cause: 'template'; readonly name: string }
  | { readonly cause: 'edition' }
  | { readonly cause: 'furnished'; readonly now: boolean }
  /** The page does not carry the furniture, and comes by it in another way. */
  | { readonly cause: 'furniture mode' }
  /** Likewise, and leads to other pages of it. */
  | { readonly cause: 'pointer' }
  | { readonly cause: 'block'; readonly name: string }
  | { readonly cause: 'block template'; readonly name: string }
  /** `part` is a name in what the page shows. */
  | { readonly cause: 'shown'; readonly part: string }
  /** Something that is not remembered by itself. */
  | { readonly cause: 'unknown' };

/** What fingerprints were made of, piece by piece: kept from one build to the next. */
export interface RememberedIngredients {
  readonly code: string;
  readonly timeZone: string;
  readonly portal: Readonly<Record<string, string>>;
  /** By kind of page. */
  readonly templates: Readonly<Record<string, string>>;
  readonly edition: string;
  readonly day: string | null;
  readonly furnitureMode: FurnitureMode;
  /** What leads to the furniture from pages that do not carry it, as JSON. */
  readonly pointer: string;
  /** Of what each block shows, in order, and of its template. */
  readonly blocks: Readonly<Record<string, readonly [shown: number, template: string]>>;
}

export function rememberedIngredients({
  code,
  timeZone,
  portal,
  furniture,
  furnitureMode,
  pointer,
  edition,
  ofTemplate,
  ofBlockTemplate,
}: Ingredients): RememberedIngredients {
  return {
    code,
    timeZone,
    portal: Object.fromEntries(
      Object.entries(portal).map(([name, part]) => [name, hashOf(JSON.stringify(part))]),
    ),
    templates: Object.fromEntries(PAGE_TYPES.map(type => [type.name, ofTemplate(type) ?? ''])),
    edition: JSON.stringify(edition),
    day: furniture.day,
    furnitureMode,
    pointer: JSON.stringify(pointer),
    blocks: Object.fromEntries(
      furniture.blocks.map(({ block, digest }) => [
        block.name,
        [digest, ofBlockTemplate(block.name)] as const,
      ]),
    ),
  };
}

const NOTE = 'ingredients';

export function readIngredients(memory: Pick<Memory, 'getNote'>): RememberedIngredients | null {
  const note = memory.getNote(NOTE);
  return note === null ? null : (JSON.parse(note) as RememberedIngredients);
}

export function putIngredients(memory: Pick<Memory, 'putNote'>, ingredients: RememberedIngredients): void {
  memory.putNote(NOTE, JSON.stringify(ingredients));
}

/** Of a page that nobody knew. */
export const NEW: readonly Cause[] = [{ cause: 'new' }];

/** Why a page has to be rendered that the memory knows as `row`; never empty. */
export function causesOf(
  page: Page,
  row: RememberedPage | undefined,
  before: RememberedIngredients | null,
  now: RememberedIngredients,
  fileStands: boolean,
): readonly Cause[] {
  if (!row || before === null) return NEW;
  const causes: Cause[] = [];
  if (!fileStands) causes.push({ cause: 'file' });
  if (before.code !== now.code) causes.push({ cause: 'code' });
  if (before.timeZone !== now.timeZone) causes.push({ cause: 'time zone' });
  for (const part of differing(before.portal, now.portal)) causes.push({ cause: 'portal', part });
  const { name, tellsEdition } = page.type;
  if (before.templates[name] !== now.templates[name]) causes.push({ cause: 'template', name });
  if (tellsEdition && before.edition !== now.edition) causes.push({ cause: 'edition' });
  const isFurnished = page.furnished !== false;
  if (wasFurnished(row.parts) !== isFurnished) causes.push({ cause: 'furnished', now: isFurnished });
  else if (page.furnished) causes.push(...furnitureCauses(before, now, page.furnished));
  else if (!page.type.alone && before.furnitureMode !== now.furnitureMode)
    causes.push({ cause: 'furniture mode' });
  else if (!page.type.alone && before.pointer !== now.pointer) causes.push({ cause: 'pointer' });
  for (const part of changedParts(page, row.parts) ?? []) causes.push({ cause: 'shown', part });
  return causes.length > 0 ? causes : [{ cause: 'unknown' }];
}

/** @param part of the furniture that the page carries; true: all of it. */
function furnitureCauses(
  before: RememberedIngredients,
  now: RememberedIngredients,
  part: FurniturePart | true,
): readonly Cause[] {
  const causes: Cause[] =
    before.day === now.day || !isInPart('day', part) ? [] : [{ cause: 'block', name: 'day' }];
  const ofPart = new Set(
    FURNITURE_BLOCKS.filter(({ region }) => isInPart(region, part)).map(({ name }) => name),
  );
  const namesIn = (of: RememberedIngredients) => Object.keys(of.blocks).filter(name => ofPart.has(name));
  const names = new Set([...namesIn(before), ...namesIn(now)]);
  for (const name of names) {
    const [was, is] = [before.blocks[name], now.blocks[name]];
    if (was?.[0] !== is?.[0]) causes.push({ cause: 'block', name });
    else if (was?.[1] !== is?.[1]) causes.push({ cause: 'block template', name });
  }
  const order = (of: RememberedIngredients): string => namesIn(of).join();
  if (causes.length === 0 && order(before) !== order(now)) causes.push({ cause: 'block', name: 'order' });
  return causes;
}

function differing<Value>(
  before: Readonly<Record<string, Value>>,
  now: Readonly<Record<string, Value>>,
): readonly string[] {
  return [...new Set([...Object.keys(before), ...Object.keys(now)])].filter(
    name => before[name] !== now[name],
  );
}

/** Causes as the memory keeps them with a page: one short text. */
export function packCauses(causes: readonly Cause[]): string {
  return causes === NEW ? '' : JSON.stringify(causes);
}

export function unpackCauses(packed: string): readonly Cause[] {
  return packed === '' ? NEW : (JSON.parse(packed) as readonly Cause[]);
}
