// Some bytes that come again and again, and a number that is worked out once for them. It forgets all when it is full, and never grows.
import { hashBytes, type TwoHashes } from './byte-hash.ts';

const UNKNOWN = -0x80000000;

export interface BytesTable {
  /** What `work` made of these bytes, now or before. */
  get(bytes: Uint8Array, start: number, end: number): number;
}

/** Where the bytes themselves are compared, so that nobody can have one text taken for another. */
export function bytesTable(
  work: (bytes: Uint8Array, start: number, end: number) => number,
  slots: number,
): BytesTable {
  const values = new Int32Array(slots).fill(UNKNOWN);
  const starts = new Uint32Array(slots);
  const lengths = new Uint32Array(slots);
  const kept = new Uint8Array(slots * 64);
  const hashes: TwoHashes = { first: 0, second: 0 };
  let keptLength = 0;
  let count = 0;

  const same = (slot: number, bytes: Uint8Array, start: number, length: number): boolean => {
    if (lengths[slot] !== length) return false;
    const at = starts[slot]!;
    for (let place = 0; place < length; place++) if (kept[at + place] !== bytes[start + place]) return false;
    return true;
  };

  return {
    get(bytes, start, end) {
      const length = end - start;
      hashBytes(bytes, start, end, hashes);
      let slot = hashes.first & (slots - 1);
      while (values[slot] !== UNKNOWN) {
        if (same(slot, bytes, start, length)) return values[slot]!;
        slot = (slot + 1) & (slots - 1);
      }
      const value = work(bytes, start, end);
      // What is very long is rare, or somebody's attempt to fill this.
      if (length > 1024) return value;
      if (count * 2 >= slots || keptLength + length > kept.length) {
        values.fill(UNKNOWN);
        keptLength = count = 0;
        slot = hashes.first & (slots - 1);
      }
      kept.set(bytes.subarray(start, end), keptLength);
      starts[slot] = keptLength;
      lengths[slot] = length;
      values[slot] = value;
      keptLength += length;
      count++;
      return value;
    },
  };
}
