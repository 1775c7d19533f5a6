// Every block of the furniture; an edition to the blocks that it shows, each with its own fingerprint, and these to what pages print.
import { mix } from '../../hash/hash.ts';
import type { PageContext } from '../page-type.ts';
import { digestOf } from '../shown.ts';
import type { Tools } from '../tools.ts';
import type { FurnitureGroup, FurniturePiece, FurnitureView } from '../views.ts';
import { dossiers } from './dossiers.ts';
import type { FurnitureBlock, FurniturePart, Region } from './furniture-block.ts';
import { mostRead } from './most-read.ts';
import { picks } from './picks.ts';
import { poll } from './poll.ts';
import { ticker } from './ticker.ts';
import { weather } from './weather.ts';

/** In the order in which a site shows them that says nothing else (`furniture` in `_data/site`). */
export const FURNITURE_BLOCKS: readonly FurnitureBlock[] = [weather, ticker, picks, mostRead, poll, dossiers];

/** A block that has something to show. */
export interface FilledBlock {
  readonly block: FurnitureBlock;
  readonly shown: unknown;
  /** Changes whenever what it shows does. */
  readonly digest: number;
}

/** The blocks that the site wants and that have something to show, in the site's order. */
export function fillBlocks(context: PageContext): readonly FilledBlock[] {
  return context.site.furniture.flatMap(name => {
    const block = FURNITURE_BLOCKS.find(candidate => candidate.name === name);
    const shown = block?.shown(context) ?? null;
    return block && shown !== null ? [{ block, shown, digest: digestOf(shown) }] : [];
  });
}

/**
 * The furniture as pages print it. `render` makes HTML of a block's view, with the block's template; `day` is that of the
 * edition, in words.
 */
export function furnitureView(
  day: string | null,
  filled: readonly FilledBlock[],
  tools: Tools,
  render: (block: string, view: object) => string,
): FurnitureView {
  const pieces = filled.map(({ block, shown }) => ({
    block,
    piece: {
      name: block.name,
      // The line's end is that of the template which prints the piece.
      html: render(block.name, block.view(shown, tools)).trimEnd(),
    },
  }));
  const inRegion = (region: Region) => pieces.filter(({ block }) => block.region === region);
  const piecesIn = (region: Region): readonly FurniturePiece[] => inRegion(region).map(({ piece }) => piece);
  return {
    day: day === null ? null : { name: 'day', html: day },
    masthead: piecesIn('masthead'),
    band: piecesIn('band'),
    column: grouped(inRegion('column')),
  };
}

/** Neighbours that go under tabs stand together; all others alone, and one that has no neighbour needs no tab. */
function grouped(
  pieces: readonly { readonly block: FurnitureBlock; readonly piece: FurniturePiece }[],
): readonly FurnitureGroup[] {
  const groups: { tabbed: boolean; pieces: FurniturePiece[] }[] = [];
  for (const { block, piece } of pieces) {
    const last = groups.at(-1);
    if (block.tabbed && last?.tabbed) last.pieces.push(piece);
    else groups.push({ tabbed: block.tabbed, pieces: [piece] });
  }
  for (const group of groups) group.tabbed &&= group.pieces.length > 1;
  return groups;
}

/** Whether a block, or the day of the edition, is in a part of the furniture; true: in all of it. */
export function isInPart(of: FurniturePart, part: FurniturePart | true): boolean {
  return part === true || part === of;
}

/** Changes whenever one of the blocks of a part does, or their order. `templateHash` is that of a block's template. */
export function furnitureDigest(
  part: FurniturePart | true,
  ofDay: string | null,
  ofBlocks: readonly FilledBlock[],
  templateHash: (block: string) => number,
): number {
  const day = isInPart('day', part) ? ofDay : null;
  const filled = ofBlocks.filter(({ block }) => isInPart(block.region, part));
  let digest = digestOf(day);
  for (const { block, digest: own } of filled) digest = mix(mix(digest, templateHash(block.name)), own);
  return digest;
}
