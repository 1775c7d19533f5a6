// A function of a key becomes one whose latest values stay at hand.

/**
 * Calls `make` again only for what was not asked for lately. At least the last `size` values are kept, and at most twice as many:
 * a look that finds one is one look into a map, where a strict order of use would cost a removal and an entry.
 */
export function atHandBy<Of, Value>(
  make: (of: Of) => Value,
  keyOf: (of: Of) => string,
  size: number,
): (of: Of) => Value {
  let newer = new Map<string, Value>();
  let older = new Map<string, Value>();
  return of => {
    const key = keyOf(of);
    const known = newer.get(key);
    if (known !== undefined) return known;
    const value = older.get(key) ?? make(of);
    if (newer.size >= size) [older, newer] = [newer, new Map()];
    newer.set(key, value);
    return value;
  };
}

/** The same of texts, which are their own keys. */
export function atHand<Value>(make: (key: string) => Value, size: number): (key: string) => Value {
  return atHandBy(make, key => key, size);
}
