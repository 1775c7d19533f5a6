// A store that forgets all when its process ends: for tests that look at what is done to a store, by a clock of their own.
import { hashOf } from '../../src/hash/hash.ts';
import { contentTag } from '../../src/store/content-tag.ts';
import { byBytes } from '../../src/store/object-key.ts';
import type { ListedObject, ObjectBytes, ObjectStore, PutCondition } from '../../src/store/object-store.ts';

export interface MemoryStoreSettings {
  readonly hasConditions: boolean;
  /** The store's own clock, in ms. */
  readonly clock: () => number;
  /** Waits as long as a request takes; before and after the store does it. */
  readonly travel: () => Promise<void>;
}

export interface MemoryStore {
  readonly objects: Map<string, { readonly bytes: Buffer; readonly written: number }>;
  /** As one machine reaches it. */
  open(): ObjectStore;
}

export function memoryStore({ hasConditions, clock, travel }: MemoryStoreSettings): MemoryStore {
  const objects: MemoryStore['objects'] = new Map();
  const tagOf = (bytes: Buffer): string => contentTag(hashOf(bytes));
  const holds = (key: string, condition: PutCondition | undefined): boolean => {
    if (condition === undefined) return true;
    const found = objects.get(key);
    if ('ifAbsent' in condition) return found === undefined;
    return found !== undefined && tagOf(found.bytes) === condition.ifTag;
  };
  const request = async <T>(act: () => T): Promise<T> => {
    await travel();
    const result = act();
    await travel();
    return result;
  };
  const put = async (key: string, bytes: ObjectBytes, condition?: PutCondition): Promise<string | null> => {
    if (!(bytes instanceof Uint8Array)) throw new Error('a file is too large for a store in memory');
    // As `ObjectStore` says: a store without conditions is looked at before.
    if (!hasConditions && condition && !(await request(() => holds(key, condition)))) return null;
    return request(() => {
      if (hasConditions && !holds(key, condition)) return null;
      const kept = Buffer.from(bytes);
      objects.set(key, { bytes: kept, written: Math.floor(clock() / 1000) * 1000 });
      return tagOf(kept);
    });
  };
  const listed = (key: string): ListedObject & { readonly tag: string } => {
    const { bytes, written } = objects.get(key)!;
    return { key, size: bytes.length, tag: tagOf(bytes), written };
  };
  return {
    objects,
    open: () => ({
      place: 'memory:',
      takesFiles: false,
      keptHeaders: null,
      hasConditions: async () => hasConditions,
      read: key =>
        request(() => {
          const bytes = objects.get(key)?.bytes;
          return bytes === undefined ? null : { bytes, tag: tagOf(bytes) };
        }),
      readPiece: (key, { at, length }) =>
        request(() => objects.get(key)?.bytes.subarray(at, at + length) ?? null),
      look: key => request(() => (objects.has(key) ? listed(key) : null)),
      put: (key, bytes, _headers, condition) => put(key, bytes, condition),
      remove: keys =>
        request(() => {
          for (const key of keys) objects.delete(key);
        }),
      async *list(prefix) {
        yield* await request(() =>
          [...objects.keys()]
            .filter(key => key.startsWith(prefix))
            .sort(byBytes)
            .map(listed),
        );
      },
      async close() {},
    }),
  };
}
