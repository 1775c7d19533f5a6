// Where dated facts from outside are kept: the weather, what is read most, votes, what a proof found. Commands bring them there, builds read them.
import { randomUUID } from 'node:crypto';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { hashOf } from '../hash/hash.ts';

/** A snapshot is the file `NAME.json`, with a `date` in it. */
export const SNAPSHOTS = ['weather', 'most-read', 'poll-totals', 'proof'] as const;
export type SnapshotName = (typeof SNAPSHOTS)[number];

export interface SnapshotPlace {
  /** As messages name it. */
  readonly place: string;
  /** The text of a snapshot as it was written; null: there is none. */
  read(name: SnapshotName): Promise<string | null>;
  /** Gives a snapshot another text. Whoever reads it meanwhile meets the old one or the new one as a whole. */
  write(name: SnapshotName, text: string): Promise<void>;
}

/** All that is in a place, at one time. */
export interface StandingSnapshots {
  readonly place: string;
  /** As they were written; null: there is none. */
  readonly texts: Readonly<Record<SnapshotName, string | null>>;
}

export async function standingSnapshots({ place, read }: SnapshotPlace): Promise<StandingSnapshots> {
  const texts = await Promise.all(SNAPSHOTS.map(async name => [name, await read(name)] as const));
  return { place, texts: Object.fromEntries(texts) as StandingSnapshots['texts'] };
}

/** Of each text; null: there is none. */
export function snapshotHashes({
  texts,
}: Pick<StandingSnapshots, 'texts'>): Readonly<Record<SnapshotName, string | null>> {
  const hashes = SNAPSHOTS.map(name => [name, texts[name] === null ? null : hashOf(texts[name])] as const);
  return Object.fromEntries(hashes) as Record<SnapshotName, string | null>;
}

/** Snapshots among a site's other data, where the newsroom's own commits keep them. */
export function dataPlace(dataDir: string): SnapshotPlace {
  const path = (name: SnapshotName): string => join(dataDir, snapshotFile(name));
  return {
    place: dataDir,
    async read(name) {
      try {
        return await readFile(path(name), 'utf8');
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
        throw error;
      }
    },
    async write(name, text) {
      const half = `${path(name)}.half-${randomUUID()}`;
      try {
        await writeFile(half, text);
        await rename(half, path(name));
      } finally {
        await rm(half, { force: true });
      }
    },
  };
}

/** A place that says what another one does as long as it has nothing of its own: what is known there is not lost. */
export function beginningWith(first: SnapshotPlace, place: SnapshotPlace): SnapshotPlace {
  return {
    place: place.place,
    read: async name => (await place.read(name)) ?? (await first.read(name)),
    write: place.write,
  };
}

export function snapshotFile(name: SnapshotName): string {
  return `${name}.json`;
}
