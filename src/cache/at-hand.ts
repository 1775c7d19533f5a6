// A function of a key becomes one whose latest values stay at hand.

/**
 * Calls `make` again only for keys not asked for lately. At least the last `size` values are kept, and at most twice as many:
 * a look that finds one is one look into a map, where a strict order of use would cost a removal and an entry.
 */
export function atHand<Value>(make: (key: string) => Value, size: number): (key: string) => Value {
  let newer = new Map<string, Value>();
  let older = new Map<string, Value>();
  return key => {
    const known = newer.get(key);
    if (known !== undefined) return known;
    const value = older.get(key) ?? make(key);
    if (newer.size >= size) [older, newer] = [newer, new Map()];
    newer.set(key, value);
    return value;
  };
}
