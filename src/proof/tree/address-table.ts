// The addresses of all files of a tree in memory that threads share: an address to the number of its file, and what is known of that file.
import { hashShort } from '../../hash/hash.ts';

/** What may be known of a file. */
export const KNOWN = {
  /** Some page leads there, and so on up to the home page. */
  reached: 1,
  /** It is a whole page that search engines may show. */
  indexable: 2,
  /** It is such a page, and an article. */
  article: 4,
  /** A sitemap names it. */
  listed: 8,
} as const;
export type Known = keyof typeof KNOWN;

/** Plain data: what another thread needs to look into the same table. */
export interface SharedTable {
  readonly hashes: SharedArrayBuffer;
  readonly numbers: SharedArrayBuffer;
  readonly flags: SharedArrayBuffer;
  /** Width and height of pictures. */
  readonly sizes: SharedArrayBuffer;
  /** In bytes as they are sent. */
  readonly weights: SharedArrayBuffer;
}

export interface AddressTable {
  readonly shared: SharedTable;
  /** The number of the file at an address within the tree; -1: there is none. */
  find(address: string): number;
  knows(file: number, known: Known): boolean;
  /** @returns whether nobody had noted it before. */
  note(file: number, known: Known): boolean;
  /** Of a picture, in pixels; null: nobody has looked yet. -1: there is none to know. */
  sizeOf(file: number): readonly [width: number, height: number] | null;
  setSize(file: number, width: number, height: number): void;
  /** In bytes; 0: nobody has weighed it yet. */
  weightOf(file: number): number;
  setWeight(file: number, bytes: number): void;
}

/** Room for all addresses of `files` files, each of which may have two; empty. */
export function sharedTable(files: number): SharedTable {
  const slots = 2 ** Math.ceil(Math.log2(4 * files + 2));
  return {
    hashes: new SharedArrayBuffer(8 * slots),
    numbers: new SharedArrayBuffer(4 * slots),
    flags: new SharedArrayBuffer(4 * files),
    sizes: new SharedArrayBuffer(8 * files),
    weights: new SharedArrayBuffer(4 * files),
  };
}

/** Gives an address its file, before other threads look. An address that has one keeps it. */
export function addAddress({ hashes, numbers }: SharedTable, address: string, file: number): void {
  const keys = new Float64Array(hashes);
  const hash = hashShort(address);
  const slot = slotOf(keys, hash);
  if (keys[slot] !== 0) return;
  keys[slot] = hash;
  new Int32Array(numbers)[slot] = file;
}

export function openTable(shared: SharedTable): AddressTable {
  const keys = new Float64Array(shared.hashes);
  const numbers = new Int32Array(shared.numbers);
  const flags = new Int32Array(shared.flags);
  const sizes = new Int32Array(shared.sizes);
  const weights = new Int32Array(shared.weights);
  return {
    shared,
    find(address) {
      const slot = slotOf(keys, hashShort(address));
      return keys[slot] === 0 ? -1 : numbers[slot]!;
    },
    knows: (file, known) => (Atomics.load(flags, file) & KNOWN[known]) !== 0,
    note: (file, known) => (Atomics.or(flags, file, KNOWN[known]) & KNOWN[known]) === 0,
    sizeOf(file) {
      // The height is written last.
      const height = Atomics.load(sizes, 2 * file + 1);
      return height === 0 ? null : [Atomics.load(sizes, 2 * file), height];
    },
    setSize(file, width, height) {
      Atomics.store(sizes, 2 * file, width);
      Atomics.store(sizes, 2 * file + 1, height);
    },
    weightOf: file => Atomics.load(weights, file),
    setWeight(file, bytes) {
      Atomics.store(weights, file, bytes);
    },
  };
}

/** Where the hash is, or would be. No hash is 0, which says that a slot is free, but once in 10^16 cases. */
function slotOf(keys: Float64Array, hash: number): number {
  const mask = keys.length - 1;
  let slot = hash & mask;
  while (keys[slot] !== 0 && keys[slot] !== hash) slot = (slot + 1) & mask;
  return slot;
}
