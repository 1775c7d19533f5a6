// A list, or what is still being made of one, to parts of it that are handed over one at a time.

/** In order, each of `size` but the last. */
export function* batches<T>(items: Iterable<T>, size: number): Generator<readonly T[], void> {
  let batch: T[] = [];
  for (const item of items) {
    batch.push(item);
    if (batch.length === size) {
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) yield batch;
}
