// Bytes become two numbers of 32 bits, quickly, for tables that live as long as a count does.

/** Of this process: nobody can send requests that all have one hash. */
const SEEDS = new Int32Array(2);
crypto.getRandomValues(SEEDS);

/** A hash of which neither half says anything of the other. */
export interface TwoHashes {
  first: number;
  second: number;
}

/** Of murmur's finish: every bit of the outcome hangs on every bit that went in. */
export function mixed(hash: number): number {
  let bits = hash;
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}

/** Writes the hashes of `bytes` from `start` to `end` over those of `into`. */
export function hashBytes(bytes: Uint8Array, start: number, end: number, into: TwoHashes): void {
  let first = SEEDS[0]! ^ (end - start);
  let second = SEEDS[1]!;
  let at = start;
  for (; at + 4 <= end; at += 4) {
    const word = bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24);
    first = Math.imul(first ^ word, 0x5bd1e995);
    first ^= first >>> 15;
    second = Math.imul(second ^ word, 0x2c1b3c6d);
    second ^= second >>> 12;
  }
  for (; at < end; at++) {
    first = Math.imul(first ^ bytes[at]!, 0x01000193);
    second = Math.imul(second ^ bytes[at]!, 0x297a2d39) ^ (second >>> 11);
  }
  into.first = mixed(first);
  into.second = mixed(second);
}
