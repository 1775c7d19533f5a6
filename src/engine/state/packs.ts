// Parts of the memory to objects of a store: many in one, so that a publication puts one object for all that it changed, and few are read.
import { hashOf } from '../../hash/hash.ts';

/** Where the bytes of a part are: in which pack, from where on, how many. */
export type PartPlace = readonly [pack: string, at: number, length: number];

/** By the hash of a part. */
export type PartPlaces = ReadonlyMap<string, PartPlace>;

/** Compressed, under the hash of its text. */
export type PackedPart = readonly [hash: string, bytes: Uint8Array];

export interface Pack {
  /** `hashOf` its bytes. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Of its parts. */
  readonly places: PartPlaces;
}

/** In bytes: more than what a publication of a few articles changes, so that it puts one pack, and what one request brings in a moment. */
const FULL = 1024 * 1024;

/** With more packs than this of less than so many bytes, they are written anew as few. */
const MOST_SMALL = 24;
const SMALL = 128 * 1024;

/** The packs, one when it is asked for: those of a first publication take as much room as a tenth of its memory. Parts that are read together should come one after the other. */
export function* packsOf(parts: Iterable<PackedPart>): Generator<Pack, void> {
  let pending: PackedPart[] = [];
  let size = 0;
  for (const part of parts) {
    if (size + part[1].length > FULL && pending.length > 0) {
      yield packOf(pending);
      pending = [];
      size = 0;
    }
    pending.push(part);
    size += part[1].length;
  }
  if (pending.length > 0) yield packOf(pending);
}

function packOf(parts: readonly PackedPart[]): Pack {
  const bytes = Buffer.concat(parts.map(([, bytes]) => bytes));
  const name = hashOf(bytes);
  const places = new Map<string, PartPlace>();
  let at = 0;
  for (const [hash, { length }] of parts) {
    places.set(hash, [name, at, length]);
    at += length;
  }
  return { name, bytes, places };
}

/**
 * The packs whose parts should be written anew, with those that are new: most of their bytes are nobody's any more, or they are many and small.
 * @param lengths of all packs, in bytes
 * @param live the parts that are still needed
 */
export function wornPacks(
  lengths: ReadonlyMap<string, number>,
  live: Iterable<PartPlace>,
): ReadonlySet<string> {
  const used = new Map<string, number>();
  for (const [pack, , length] of live) used.set(pack, (used.get(pack) ?? 0) + length);
  const worn = [...lengths]
    .filter(([pack, length]) => (used.get(pack) ?? 0) * 2 < length)
    .map(([pack]) => pack);
  const small = [...lengths].filter(([, length]) => length < SMALL).map(([pack]) => pack);
  return new Set(small.length > MOST_SMALL ? [...worn, ...small] : worn);
}
