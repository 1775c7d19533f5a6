// Parts of packs to as few bytes as will do: pieces of packs are fetched when a part is asked for, and stay for the parts beside it.
import type { Asked } from '../../store/waiting-reader.ts';
import { TableDamaged } from '../memory/parts.ts';
import type { PartPlace } from './packs.ts';
import { packKey } from './state-root.ts';

export interface PackPieces {
  /** Fetches together what is not here of these. Throws `TableDamaged` where a pack is missing or too short. */
  bring(places: readonly PartPlace[]): void;
  /** The bytes of a part, fetched if they are not here. Throws the same. */
  at(place: PartPlace): Uint8Array;
}

/** From one byte of a pack to before another. */
interface Span {
  readonly from: number;
  readonly to: number;
}

/** Bytes of a pack that are here. */
interface Fetched extends Span {
  readonly bytes: Uint8Array;
}

/** What lies between two pieces is fetched with them if it is no more than this, in bytes: another request would cost more. */
const NARROW = 16 * 1024;

/** No request is for less, in bytes: small parts are asked for with those beside them. */
const LEAST = 16 * 1024;

/** Nor is more than this fetched on one side of a part, in bytes. */
const MOST = 64 * 1024;

/**
 * Whoever asks a pack for one part after the other is given more of it each time: on both sides of the part as many bytes more as were fetched so before.
 * So one part of a pack is fetched nearly alone, and many in a few requests.
 * @param lengths of all packs, in bytes
 */
export function packPieces(
  lengths: ReadonlyMap<string, number>,
  read: (asked: readonly Asked[]) => readonly (Uint8Array | null)[],
): PackPieces {
  /** In their order, none beside another. */
  const fetched = new Map<string, readonly Fetched[]>();
  /** How many bytes of a pack were fetched part by part. */
  const asked = new Map<string, number>();
  const of = (pack: string): readonly Fetched[] => fetched.get(pack) ?? [];
  const find = ([pack, at, length]: PartPlace): Fetched | undefined =>
    of(pack).find(({ from, to }) => from <= at && at + length <= to);
  const fetch = (spans: readonly (readonly [pack: string, span: Span])[]): void => {
    const missing = spans.flatMap(([pack, span]) =>
      spanWithout(span, of(pack)).map(gap => [pack, gap] as const),
    );
    const objects = read(
      missing.map(([pack, { from, to }]) => ({ key: packKey(pack), at: from, length: to - from })),
    );
    missing.forEach(([pack, { from, to }], index) => {
      const bytes = objects[index] ?? null;
      if (bytes === null || bytes.length !== to - from) throw new TableDamaged(packKey(pack));
      fetched.set(pack, inOne([...of(pack), { from, to, bytes }]));
    });
  };
  return {
    bring(places) {
      const missing = places.filter(place => find(place) === undefined);
      const byPack = Map.groupBy(missing, ([pack]) => pack);
      fetch([...byPack].flatMap(([pack, inPack]) => joined(inPack).map(span => [pack, span] as const)));
    },
    at(place) {
      const [pack, at, length] = place;
      if (find(place) === undefined) {
        const before = asked.get(pack) ?? 0;
        const beside = Math.min(MOST, Math.max(before, Math.ceil((LEAST - length) / 2)));
        const end = Math.max(lengths.get(pack) ?? 0, at + length);
        const span = { from: Math.max(0, at - beside), to: Math.min(end, at + length + beside) };
        asked.set(pack, before + span.to - span.from);
        fetch([[pack, span]]);
      }
      const { from, bytes } = find(place)!;
      return bytes.subarray(at - from, at - from + length);
    },
  };
}

/** Those of one pack that overlap or nearly touch are one span. */
function joined(places: readonly PartPlace[]): readonly Span[] {
  const all: Span[] = [];
  for (const [, at, length] of places.toSorted(([, a], [, b]) => a - b)) {
    const last = all.at(-1);
    if (last !== undefined && at - last.to <= NARROW)
      all[all.length - 1] = { from: last.from, to: Math.max(last.to, at + length) };
    else all.push({ from: at, to: at + length });
  }
  return all;
}

/** What of a span is in none of `here`, which are in their order. */
function spanWithout({ from, to }: Span, here: readonly Span[]): readonly Span[] {
  const gaps: Span[] = [];
  let at = from;
  for (const known of here) {
    if (known.to <= at || known.from >= to) continue;
    if (known.from > at) gaps.push({ from: at, to: known.from });
    at = known.to;
  }
  if (at < to) gaps.push({ from: at, to });
  return gaps;
}

/** In their order, with those that touch as one. */
function inOne(pieces: readonly Fetched[]): readonly Fetched[] {
  const all: Fetched[] = [];
  for (const piece of pieces.toSorted((a, b) => a.from - b.from)) {
    const last = all.at(-1);
    if (last?.to === piece.from)
      all[all.length - 1] = {
        from: last.from,
        to: piece.to,
        bytes: Buffer.concat([last.bytes, piece.bytes]),
      };
    else all.push(piece);
  }
  return all;
}
