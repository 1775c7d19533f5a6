// Whether what the memory knows of a file still goes for it, found out without opening the file.
import type { Remembered } from './reading-memory.ts';

/** What the content of a file was when it had this stamp. True on one machine alone. */
export interface Stamped {
  /** That of the walk (see `walk-content.ts`). */
  readonly stamp: string;
  /** Of the file's bytes, or of all files of a thread. */
  readonly id: string;
}

/** By the path of a file below the content folder, or of the folder of a thread. */
export type Stamps = Remembered<Stamped> & {
  put(key: string, row: Stamped): void;
  drop(key: string): void;
};

export interface ContentIds {
  /** False as well where nobody can say it. */
  isStill(file: string, stamp: string, id: string): boolean;
  /** The file was read: with this stamp it has the content that `id` names. */
  learn(file: string, stamp: string, id: string): void;
  /** Forgets all but these. */
  keepOnly(files: () => Iterable<string>, count: number): void;
}

/** A file with an empty stamp may still be changing. */
export function idsByStamp(stamps: Stamps): ContentIds {
  return {
    isStill(file, stamp, id) {
      const known = stamp === '' ? undefined : stamps.get(file);
      return known !== undefined && known.stamp === stamp && known.id === id;
    },
    learn(file, stamp, id) {
      if (stamp === '') return;
      const known = stamps.get(file);
      if (known?.stamp !== stamp || known.id !== id) stamps.put(file, { stamp, id });
    },
    keepOnly(files, count) {
      if (stamps.size <= count) return;
      const kept = new Set(files());
      for (const [file] of [...stamps.all()]) if (!kept.has(file)) stamps.drop(file);
    },
  };
}

/** For who has no memory. */
export const NO_IDS: ContentIds = { isStill: () => false, learn() {}, keepOnly() {} };
