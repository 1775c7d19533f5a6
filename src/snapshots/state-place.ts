// Snapshots in the state of a publication, beside what it remembers: they change every few minutes, and no commit is made for them.
import type { ObjectHeaders, ObjectStore } from '../store/object-store.ts';
import { type SnapshotName, type SnapshotPlace, snapshotFile } from './snapshot-place.ts';

/** Nobody but us reads it. */
const HEADERS: ObjectHeaders = { contentType: 'application/json', cacheControl: 'no-store' };

/** As often others may be quicker. After that it is written all the same: it is dated, and the next one replaces it. */
const MOST_TRIES = 20;

/**
 * Whoever publishes meanwhile isn't waited for. Of two who write one snapshot at once the one with the later date stays, where the store
 * has conditional writes; elsewhere whoever is last.
 */
export function statePlace(store: ObjectStore): SnapshotPlace {
  /** As they were read, or written, last. */
  const tags = new Map<SnapshotName, string | null>();
  const read = async (name: SnapshotName): Promise<string | null> => {
    const found = await store.read(snapshotKey(name));
    tags.set(name, found?.tag ?? null);
    return found === null ? null : found.bytes.toString();
  };
  return {
    place: store.place,
    read,
    async write(name, text) {
      if (!tags.has(name)) await read(name);
      for (let tries = 0; tries < MOST_TRIES; tries++) {
        const tag = tags.get(name) ?? null;
        const condition = tag === null ? ({ ifAbsent: true } as const) : { ifTag: tag };
        const newTag = await store.put(snapshotKey(name), Buffer.from(text), HEADERS, condition);
        tags.set(name, newTag);
        if (newTag !== null) return;
        const other = await read(name);
        if (other !== null && dateOf(other) >= dateOf(text)) return;
      }
      tags.set(name, await store.put(snapshotKey(name), Buffer.from(text), HEADERS));
    },
  };
}

/** Where a snapshot is in the state. */
export function snapshotKey(name: SnapshotName): string {
  return `snapshots/${snapshotFile(name)}`;
}

/** In ms; of one without a date that can be read, before all others. */
function dateOf(text: string): number {
  try {
    const { date } = JSON.parse(text) as { readonly date?: unknown };
    const instant = typeof date === 'string' ? Date.parse(date) : Number.NaN;
    return Number.isNaN(instant) ? Number.NEGATIVE_INFINITY : instant;
  } catch {
    return Number.NEGATIVE_INFINITY;
  }
}
