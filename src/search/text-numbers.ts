// Pieces of texts become numbers, the same piece the same number, without a string for each: texts come back to the same words.

export interface TextNumbers {
  /** That of what stands in a text, given as UTF-16 code units, from `from` to before `to`. What was not known gets the next one: they count from 0. */
  numberOf(text: Uint16Array, from: number, to: number): number;
  /** How many are known. */
  count(): number;
  forgetAll(): void;
}

/** Powers of two. */
const FIRST_SLOTS = 2 ** 12;
const FIRST_UNITS = 2 ** 15;

/** An open hash table (linear probing, at most half full) over all pieces, one after the other in UTF-16 code units. */
export function textNumbers(): TextNumbers {
  /** A number and one; 0: free. */
  let slots = new Int32Array(FIRST_SLOTS);
  let hashes = new Int32Array(FIRST_SLOTS / 2);
  /** Where the units of each begin; that of the next one is where they end. */
  let starts = new Uint32Array(FIRST_SLOTS / 2 + 1);
  let units = new Uint16Array(FIRST_UNITS);
  let known = 0;

  const isAt = (number: number, text: Uint16Array, from: number, to: number): boolean => {
    const start = starts[number]!;
    if (starts[number + 1]! - start !== to - from) return false;
    for (let at = from; at < to; at++) if (units[start + at - from] !== text[at]) return false;
    return true;
  };
  const addSlots = (): void => {
    slots = new Int32Array(2 * slots.length);
    hashes = enlarged(hashes, new Int32Array(slots.length / 2));
    starts = enlarged(starts, new Uint32Array(slots.length / 2 + 1));
    const mask = slots.length - 1;
    for (let number = 0; number < known; number++) {
      let slot = hashes[number]! & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = number + 1;
    }
  };
  const add = (hash: number, text: Uint16Array, from: number, to: number): number => {
    const start = starts[known]!;
    while (start + to - from > units.length) units = enlarged(units, new Uint16Array(2 * units.length));
    units.set(text.subarray(from, to), start);
    hashes[known] = hash;
    starts[known + 1] = start + to - from;
    return known++;
  };

  return {
    numberOf(text, from, to) {
      let hash = 0;
      for (let at = from; at < to; at++) hash = Math.imul(hash ^ text[at]!, 0x9e3779b1);
      // The low bits, which choose the slot, are the least mixed.
      hash ^= hash >>> 15;
      const mask = slots.length - 1;
      let slot = hash & mask;
      for (let found = slots[slot]!; found !== 0; found = slots[slot]!) {
        if (hashes[found - 1] === hash && isAt(found - 1, text, from, to)) return found - 1;
        slot = (slot + 1) & mask;
      }
      const number = add(hash, text, from, to);
      slots[slot] = number + 1;
      if (2 * known >= slots.length) addSlots();
      return number;
    },
    count: () => known,
    forgetAll() {
      slots.fill(0);
      known = 0;
    },
  };
}

function enlarged<Numbers extends Int32Array | Uint32Array | Uint16Array>(
  numbers: Numbers,
  room: Numbers,
): Numbers {
  room.set(numbers);
  return room;
}
