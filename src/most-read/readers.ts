// Who read what, as a set of bounded size: how many readers each article had, by the hour of the day in which each came to it first.

/** What a count may hold. Beyond it every second reader is left out, then every second of the others: a sample of readers. */
export const MOST_READINGS = 1_400_000;

const FIRST_SLOTS = 1 << 12;

/**
 * A set of readings: a reader, a subject (an article on one day), and the first hour in which it was read. The order in which
 * they are added does not change what it holds in the end: a reader is in the sample of level n when the last n bits of their hash are 0, and the level rises only while even that sample is too large.
 * (M. N. Wegman's adaptive sampling; P. Flajolet, « On adaptive sampling », Computing 34, 1990.) Counted readers of an article
 * stand for 2^n each, with a relative error of √((2^n − 1) / readers).
 */
export class Readings {
  readonly #most: number;
  #slots = FIRST_SLOTS;
  #readers = new Uint32Array(FIRST_SLOTS);
  #others = new Uint32Array(FIRST_SLOTS);
  #subjects = new Uint32Array(FIRST_SLOTS);
  /** 255: nothing is here. */
  #hours = new Uint8Array(FIRST_SLOTS).fill(255);
  #size = 0;
  #level = 0;

  /** @param most readings that are held at once. */
  constructor(most = MOST_READINGS) {
    this.#most = most;
  }

  get level(): number {
    return this.#level;
  }

  get size(): number {
    return this.#size;
  }

  /**
   * @param reader of which the last bits decide about the sample; with `other` 64 bits that are the reader's on that day.
   * @param subject which article on which day.
   * @param hour of that day, below 255.
   */
  add(reader: number, other: number, subject: number, hour: number): void {
    if ((reader & ((1 << this.#level) - 1)) !== 0) return;
    const mask = this.#slots - 1;
    let slot = (other ^ Math.imul(subject, 0x9e3779b1)) & mask;
    while (this.#hours[slot] !== 255) {
      if (
        this.#readers[slot] === reader &&
        this.#others[slot] === other &&
        this.#subjects[slot] === subject
      ) {
        if (hour < this.#hours[slot]!) this.#hours[slot] = hour;
        return;
      }
      slot = (slot + 1) & mask;
    }
    this.#readers[slot] = reader;
    this.#others[slot] = other;
    this.#subjects[slot] = subject;
    this.#hours[slot] = hour;
    this.#size++;
    while (this.#size > this.#most) this.#thin();
    if (this.#size * 4 > this.#slots * 3) this.#move(this.#slots * 2);
  }

  /**
   * How many readers there were of each key, in the order of keys: those of the sample, each of whom stands for 2^`level`.
   * @param keyOf a whole number for a subject and an hour.
   */
  *counts(
    keyOf: (subject: number, hour: number) => number,
  ): Generator<{ readonly key: number; readonly readers: number }> {
    // Sorted numbers take a tenth of the memory of a map.
    const keys = new Float64Array(this.#size);
    let count = 0;
    for (let slot = 0; slot < this.#slots; slot++)
      if (this.#hours[slot] !== 255) keys[count++] = keyOf(this.#subjects[slot]!, this.#hours[slot]!);
    keys.sort();
    for (let start = 0, end = 0; start < count; start = end) {
      const key = keys[start]!;
      while (end < count && keys[end] === key) end++;
      yield { key, readers: (end - start) * 2 ** this.#level };
    }
  }

  #thin(): void {
    this.#level++;
    this.#move(this.#slots);
  }

  /** What is in the sample into `slots` new places. */
  #move(slots: number): void {
    const [readers, others, subjects, hours] = [this.#readers, this.#others, this.#subjects, this.#hours];
    this.#slots = slots;
    this.#readers = new Uint32Array(slots);
    this.#others = new Uint32Array(slots);
    this.#subjects = new Uint32Array(slots);
    this.#hours = new Uint8Array(slots).fill(255);
    this.#size = 0;
    for (let slot = 0; slot < hours.length; slot++)
      if (hours[slot] !== 255) this.add(readers[slot]!, others[slot]!, subjects[slot]!, hours[slot]!);
  }
}
