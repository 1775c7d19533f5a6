// The memory as a store keeps it, for every machine that publishes: read by parts, saved at once or not at all.
import { hashOf } from '../../hash/hash.ts';
import type { ObjectHeaders, ObjectStore } from '../../store/object-store.ts';
import type { WaitingReader } from '../../store/waiting-reader.ts';
import { DAY } from '../../time/durations.ts';
import { type PartSource, TableDamaged, type Tables } from '../memory/parts.ts';
import { packPieces } from './pack-pieces.ts';
import { type PackedPart, type PartPlace, packsOf, wornPacks } from './packs.ts';
import {
  type Published,
  packKey,
  packRoot,
  packText,
  ROOT_KEY,
  type StateRoot,
  unpackRoot,
  unpackText,
} from './state-root.ts';

/** Somebody else has replaced the root since it was read. */
export class StateOvertaken extends Error {}

export interface State extends PartSource {
  /** null: nothing was ever published, or by another version of the code, or the root is damaged. */
  readonly root: StateRoot | null;
  /** Whether another version of the code wrote it: what stands is ours, and has to be compared. */
  readonly isOutdated: boolean;
  /** Nothing that was written before is relied on when it is saved next: something of it is damaged, or may be. */
  distrust(): void;
  /**
   * Puts the parts that the store lacks, then the root, if anything of it is new. Gives how many objects were put. Throws `StateOvertaken`.
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

/** Kinds of parts that every publication reads all of. */
const READ_ALWAYS = new Set(['entry']);

/** On their way, and in memory. */
const PACKS_AT_ONCE = 8;

/** A reader of an old root has done its part by then. */
const LEAVES_AFTER = DAY;

/** @param reader of the same place as `store`. */
export async function openState(store: ObjectStore, reader: WaitingReader): Promise<State> {
  const found = await store.read(ROOT_KEY);
  const unpacked = found && unpackRoot(found.bytes);
  const isOutdated = unpacked === 'outdated';
  const root = unpacked === 'outdated' ? null : unpacked;
  let tag = found?.tag ?? null;
  const places = new Map(root?.places);
  const lengths = new Map(root?.packs);
  const distrust = (): void => {
    places.clear();
    lengths.clear();
  };
  const brought = packPieces(lengths, asked => reader.read(asked));
  const placesOf = (hash: string): readonly PartPlace[] => {
    const place = places.get(hash);
    return place === undefined ? [] : [place];
  };
  const textAt = (place: PartPlace, hash: string) => {
    const bytes = brought.at(place);
    const text = textIn(bytes);
    if (text === null || hashOf(text) !== hash) throw new TableDamaged(hash);
    return { bytes, text };
  };
  return {
    root,
    isOutdated,
    distrust,
    prefetch: hashes => brought.bring(hashes.flatMap(placesOf)),
    part(hash) {
      const place = places.get(hash);
      if (place === undefined) throw new TableDamaged(hash);
      return textAt(place, hash).text;
    },
    async save(memory, published, now) {
      const tables = memory.tables();
      if (root !== null && lengths.size > 0 && isSame(root, { tables, published })) return 0;
      const live = partsIn(tables).flatMap(({ hash }) => placesOf(hash));
      const worn = wornPacks(lengths, live);
      brought.bring(live.filter(([pack]) => worn.has(pack)));
      const packs = packsOf(
        partsToWrite(tables, memory, hash => {
          const place = places.get(hash);
          if (place === undefined) return null;
          return worn.has(place[0]) ? textAt(place, hash).bytes : 'stays';
        }),
      );
      const newPacks: (readonly [name: string, length: number])[] = [];
      const newPlaces = new Map<string, PartPlace>();
      const putPacks = async (): Promise<void> => {
        // Each takes the next one of the same; where one can't be put, no other is made.
        for (const pack of packs) {
          newPacks.push([pack.name, pack.bytes.length]);
          for (const [hash, place] of pack.places) newPlaces.set(hash, place);
          await store.put(packKey(pack.name), pack.bytes, HEADERS);
        }
      };
      await Promise.all(Array.from({ length: PACKS_AT_ONCE }, putPacks));
      const stay = [...lengths].filter(([name]) => !worn.has(name));
      const next = [...stay, ...newPacks];
      const named =
        root !== null && lengths.size > 0 ? root.packs.map(([name]) => name) : await packsIn(store);
      const since = new Map([...(root?.leaving ?? []), ...named.map(name => [name, now] as const)]);
      const leaving = leavingAfter(since, new Set(next.map(([name]) => name)), now);
      const text = packRoot({
        tables,
        published,
        places: partsIn(tables).map(({ hash }) => [hash, newPlaces.get(hash) ?? places.get(hash)!] as const),
        packs: next,
        leaving: leaving.stay,
      });
      const condition = tag === null ? ({ ifAbsent: true } as const) : { ifTag: tag };
      const newTag = await store.put(ROOT_KEY, text, HEADERS, condition);
      if (newTag === null) throw new StateOvertaken(store.place);
      tag = newTag;
      await store.remove(leaving.gone.map(packKey));
      return newPacks.length + 1;
    },
  };
}

interface PartOfTable {
  readonly kind: string;
  readonly number: number;
  readonly hash: string;
}

/** Each once: two parts may have the same text. */
function partsIn(tables: Tables): readonly PartOfTable[] {
  const parts = new Map<string, PartOfTable>();
  for (const [kind, ofKind] of Object.entries(tables))
    for (const [number, hash] of ofKind) parts.set(hash, { kind, number, hash });
  return [...parts.values()];
}

/** @param known what an earlier publication wrote of a part: its bytes, that they stay where they are, or nothing. */
function* partsToWrite(
  tables: Tables,
  memory: SavedMemory,
  known: (hash: string) => Uint8Array | 'stays' | null,
): Generator<PackedPart, void> {
  for (const { kind, number, hash } of partsIn(tables)) {
    const bytes = known(hash);
    if (bytes !== 'stays')
      yield [hash, bytes ?? packText(memory.partText(kind, number), READ_ALWAYS.has(kind))];
  }
}

function isSame(root: StateRoot, next: Pick<StateRoot, 'tables' | 'published'>): boolean {
  const text = ({ tables, published }: typeof next): string => JSON.stringify([tables, published]);
  return text(root) === text(next);
}

function textIn(bytes: Uint8Array): string | null {
  try {
    return unpackText(bytes);
  } catch {
    return null;
  }
}

/** Those too that no root names, which was never written or can't be read. */
async function packsIn(store: ObjectStore): Promise<readonly string[]> {
  const names: string[] = [];
  for await (const { key } of store.list(packKey(''))) names.push(key.slice(packKey('').length));
  return names;
}

function leavingAfter(
  since: ReadonlyMap<string, number>,
  next: ReadonlySet<string>,
  now: number,
): { readonly stay: StateRoot['leaving']; readonly gone: readonly string[] } {
  const left = [...since].filter(([name]) => !next.has(name));
  const isOver = (at: number): boolean => now - at > LEAVES_AFTER;
  return {
    stay: left.filter(([, at]) => !isOver(at)),
    gone: left.filter(([, at]) => isOver(at)).map(([name]) => name),
  };
}
