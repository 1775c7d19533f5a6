// What a state holds, in one object that is replaced last: whoever reads it finds parts that belong together.
import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import type { SnapshotName } from '../../snapshots/snapshot-place.ts';
import { MEMORY_VERSION } from '../memory/memory-file.ts';
import type { Tables } from '../memory/parts.ts';
import type { PartPlace } from './packs.ts';

export const ROOT_KEY = 'root';

/** Raise it when the root or the packs are written otherwise. */
const VERSION = 2;

export interface PublishedCommit {
  readonly id: string;
  /** When it was made, in ms. */
  readonly at: number;
}

/** What was published: by it a publisher finds out that there is nothing to do, without a look at the content. */
export interface Published {
  /** Where it was sent, by its `placeName`. */
  readonly target: string;
  /** Of all that the site was made from; null: it was made from files that may change. */
  readonly key: string | null;
  /** The commit whose content it is; null: it was made from files that may change. */
  readonly commit: PublishedCommit | null;
  /** Of the code, the theme and `_data` with which it was made. */
  readonly project: string;
  /** Of the text of each snapshot that stood in the state; null: there was none. */
  readonly snapshots: Readonly<Record<SnapshotName, string | null>>;
  /** When the clock alone changes the site, in ms; null: never. */
  readonly nextChange: number | null;
  /** Whether somebody said of which instant the edition was to be: at any other one the site may be another. */
  readonly isInstantTold: boolean;
  /** What the site that was published says of itself (`SiteList.identity`): another one may stand there now. */
  readonly identity: string | null;
}

export interface StateRoot {
  readonly tables: Tables;
  readonly published: Published;
  /** Of every part of the tables, by its hash. */
  readonly places: readonly (readonly [hash: string, place: PartPlace])[];
  /** The packs that hold some of them, with their lengths in bytes. */
  readonly packs: readonly (readonly [name: string, length: number])[];
  /** Packs of earlier roots, with the instant (ms) at which each was named last: somebody may still be reading them. */
  readonly leaving: readonly (readonly [name: string, since: number])[];
}

export function packKey(name: string): string {
  return `packs/${name}`;
}

export function packRoot(root: StateRoot): Uint8Array {
  return packText(JSON.stringify({ version: VERSION, memory: MEMORY_VERSION, ...root }));
}

/** null: it is damaged. */
export function unpackRoot(bytes: Uint8Array): StateRoot | 'outdated' | null {
  try {
    const found = JSON.parse(unpackText(bytes)) as StateRoot & { version?: unknown; memory?: unknown };
    if (typeof found.version !== 'number') return null;
    return found.version === VERSION && found.memory === MEMORY_VERSION ? found : 'outdated';
  } catch {
    return null;
  }
}

/** @param isReadAlways it is worth some time to make it smaller. */
export function packText(text: string, isReadAlways = true): Uint8Array {
  return zstdCompressSync(text, { params: { [constants.ZSTD_c_compressionLevel]: isReadAlways ? 9 : 3 } });
}

/** Throws when it is damaged. */
export function unpackText(bytes: Uint8Array): string {
  return zstdDecompressSync(bytes).toString('utf8');
}
