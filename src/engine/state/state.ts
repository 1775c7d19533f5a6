// The memory as a store keeps it, for every machine that publishes: read by parts, saved at once or not at all.
import { hashOf } from '../../hash/hash.ts';
import type { ObjectHeaders, ObjectStore } from '../../store/object-store.ts';
import type { WaitingReader } from '../../store/waiting-reader.ts';
import { DAY } from '../../time/durations.ts';
import { type PartSource, TableDamaged, type Tables } from '../memory/parts.ts';
import {
  type Published,
  packRoot,
  packText,
  partKey,
  partsIn,
  ROOT_KEY,
  type StateRoot,
  unpackRoot,
  unpackText,
} from './state-root.ts';

/** Somebody else has replaced the root since it was read. */
export class StateOvertaken extends Error {}

export interface State extends PartSource {
  /** null: nothing was ever published, or by another version of the code. */
  readonly root: StateRoot | null;
  /** How many bytes were read of it. */
  bytesRead(): number;
  /**
   * Puts the parts that the store lacks, then the root. Gives how many objects were put. Throws `StateOvertaken`.
   * @param now in ms.
   */
  save(memory: SavedMemory, published: Published, now: number): Promise<number>;
}

export interface SavedMemory {
  tables(): Tables;
  partText(kind: string, number: number): string;
}

/** Nobody but us reads it. */
const HEADERS: ObjectHeaders = { contentType: 'application/octet-stream', cacheControl: 'no-store' };

/** A reader of an old root has done its part by then. */
const LEAVES_AFTER = DAY;

/** @param reader of the same place as `store`. */
export async function openState(store: ObjectStore, reader: WaitingReader): Promise<State> {
  const found = await store.read(ROOT_KEY);
  const root = found && unpackRoot(found.bytes);
  let tag = found?.tag ?? null;
  let read = found?.bytes.length ?? 0;
  const brought = new Map<string, Uint8Array | null>();
  const stored = new Set(root ? partsIn(root.tables) : []);
  const bring = (hashes: readonly string[]): void => {
    const missing = [...new Set(hashes)].filter(hash => !brought.has(hash));
    if (missing.length === 0) return;
    const objects = reader.read(missing.map(partKey));
    missing.forEach((hash, index) => {
      const bytes = objects[index]!;
      read += bytes?.length ?? 0;
      brought.set(hash, bytes);
    });
  };
  return {
    root,
    bytesRead: () => read,
    prefetch: bring,
    part(hash) {
      bring([hash]);
      const bytes = brought.get(hash)!;
      brought.delete(hash);
      const text = bytes === null ? null : textIn(bytes);
      if (text === null || hashOf(text) !== hash) throw new TableDamaged(partKey(hash));
      return text;
    },
    async save(memory, published, now) {
      const tables = memory.tables();
      if (root !== null && isSame(root, { tables, published })) return 0;
      let puts = 0;
      const next = new Set(partsIn(tables));
      const put = async (kind: string, number: number, hash: string): Promise<void> => {
        if (stored.has(hash)) return;
        stored.add(hash);
        await store.put(partKey(hash), packText(memory.partText(kind, number)), HEADERS);
        puts++;
      };
      for (const [kind, parts] of Object.entries(tables))
        await Promise.all(parts.map(([number, hash]) => put(kind, number, hash)));
      const leaving = leavingAfter(root, next, now);
      const condition = tag === null ? ({ ifAbsent: true } as const) : { ifTag: tag };
      const newTag = await store.put(
        ROOT_KEY,
        packRoot({ tables, published, leaving: leaving.stay }),
        HEADERS,
        condition,
      );
      if (newTag === null) throw new StateOvertaken(store.place);
      tag = newTag;
      await store.remove(leaving.gone.map(partKey));
      return puts + 1;
    },
  };
}

function isSame(root: StateRoot, { tables, published }: Omit<StateRoot, 'leaving'>): boolean {
  const text = (of: Omit<StateRoot, 'leaving'>): string => JSON.stringify([of.tables, of.published]);
  return text(root) === text({ tables, published });
}

function textIn(bytes: Uint8Array): string | null {
  try {
    return unpackText(bytes);
  } catch {
    return null;
  }
}

function leavingAfter(
  before: StateRoot | null,
  next: ReadonlySet<string>,
  now: number,
): { readonly stay: StateRoot['leaving']; readonly gone: readonly string[] } {
  if (before === null) return { stay: [], gone: [] };
  const since = new Map(before.leaving);
  for (const hash of partsIn(before.tables)) since.set(hash, now);
  const left = [...since].filter(([hash]) => !next.has(hash));
  const isOver = (at: number): boolean => now - at > LEAVES_AFTER;
  return {
    stay: left.filter(([, at]) => !isOver(at)),
    gone: left.filter(([, at]) => isOver(at)).map(([hash]) => hash),
  };
}
