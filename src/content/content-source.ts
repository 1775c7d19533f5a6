// What whoever reads content asks for: what is in which folder, whether it is still the same, and where the bytes of a file lie.
import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import type { BlobAlgorithm } from '../hash/blob-id.ts';
import type { Instant } from '../time/instant.ts';

/** A submodule is another repository of git, of which only the place is here. */
export type ItemKind = 'file' | 'folder' | 'link' | 'submodule' | 'other';

export interface ContentItem {
  readonly name: string;
  readonly kind: ItemKind;
}

/** Why there is no list: nothing is there; something else than a folder is; nobody may look into it. */
export type NoListing = 'missing' | 'no folder' | 'unreadable';

/** The bytes of a file: those of another, all of them or a piece. */
export interface BytesPlace {
  readonly path: string;
  readonly at: number;
  /** null: up to its end. */
  readonly length: number | null;
}

/**
 * A folder of content on disk (`working-tree.ts`) or in a commit of git (`commit.ts`). Paths are below it, with `/` between names; the
 * empty one is the folder itself. Of a commit, whatever is asked for may throw `GitFailure`.
 */
export interface ContentSource {
  /** The folder as it was typed: problems name files so. */
  readonly contentDir: string;
  /** Names all that is in it; null: it may change at any moment. */
  readonly id: string | null;
  /** The commit that holds it, by its id; null: it is files. */
  readonly commit: string | null;
  /** When the commit was made, by which an older one is told from a newer one where a shallow clone knows no history. */
  readonly committed: Instant | null;
  /** In any order. No link is followed. */
  items(folder: string): readonly ContentItem[] | NoListing;
  /** Whoever is about to list these folders and all below them says so before, but for what is below those that are passed over. */
  prepareWalk(folders: readonly string[], passOver: (folder: string) => boolean): void;
  /** Names all that is below a folder; null: there is no folder, or it may change at any moment. */
  idOfFolder(folder: string): string | null;
  /** null: nothing is there. */
  kindOf(path: string): ItemKind | null;
  /** Whether two names in the folder are of one thing, as on disks that know no capitals. */
  isSame(one: string, other: string): boolean;
  /**
   * What tells a file, which is among the items of the folder, from a later one of its name: a stamp (see `working-tree.ts`), or where
   * `marksAreIds`, its `blobId`; null: it is gone.
   */
  markOf(folder: string, item: ContentItem): string | null;
  readonly marksAreIds: boolean;
  /** By which the ids of files here are made. */
  readonly algorithm: BlobAlgorithm;
  /** Fetches what these files hold, all at once: whoever is about to read many says so before. */
  prefetch(files: Iterable<string>): void;
  /** The bytes of a text, without a file of their own. */
  placeOf(file: string): BytesPlace;
  /** The same for files that are looked at, or copied, by their path. */
  prefetchWhole(files: Iterable<string>): void;
  /** To be used at once. What Git LFS keeps elsewhere is brought from there. */
  pathOf(file: string): string;
  /** Removes what it wrote. */
  close(): void;
}

/** Throws what Node throws when there is no such file, or no right to read it. */
export function bytesAt({ path, at, length }: BytesPlace): Buffer {
  if (length === null) return readFileSync(path);
  const file = openSync(path, 'r');
  try {
    const bytes = Buffer.allocUnsafe(length);
    return bytes.subarray(0, readSync(file, bytes, 0, length, at));
  } finally {
    closeSync(file);
  }
}

/** All bytes of a text. Throws as `bytesAt`. */
export function textBytes(source: ContentSource, file: string): Buffer {
  return bytesAt(source.placeOf(file));
}
