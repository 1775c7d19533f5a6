// Whether what the memory knows of a file still goes for it, found out without opening the file.
import type { ContentSource } from '../../content/content-source.ts';
import { hashOf } from '../../hash/hash.ts';
import type { Remembered } from './reading-memory.ts';

/**
 * By the path of a file below the content folder, of a shelf, or of the folder of a thread: which stamp (see `working-tree.ts`) it had with which content, as
 * `stampedAs` writes it. True on one machine alone.
 */
export type Stamps = Remembered<string> & {
  put(key: string, row: string): void;
  drop(key: string): void;
};

/** One text, since 100,000 are read in half the time that pairs take. @param id of the file's bytes, or of all files of a shelf or thread. */
function stampedAs(stamp: string, id: string): string {
  return `${stamp} ${id}`;
}

export interface ContentIds {
  /** False as well where nobody can say it. */
  isStill(file: string, mark: string, id: string): boolean;
  /** The id, where it needs no reading. */
  idOf(mark: string): string | null;
  /** The file was read: with this mark it has the content that `id` names. */
  learn(file: string, mark: string, id: string): void;
  /** Forgets all but these. */
  keepOnly(files: () => Iterable<string>, count: number): void;
}

/** @param stamps those that are remembered; null: none are. */
export function contentIds(source: Pick<ContentSource, 'marksAreIds'>, stamps: Stamps | null): ContentIds {
  if (source.marksAreIds) return MARKS;
  return stamps === null ? NO_IDS : idsByStamp(stamps);
}

const MARKS: ContentIds = {
  isStill: (_file, mark, id) => mark === id,
  idOf: mark => mark,
  learn() {},
  keepOnly() {},
};

/** A file with an empty stamp may still be changing. */
function idsByStamp(stamps: Stamps): ContentIds {
  return {
    isStill: (file, stamp, id) => stamp !== '' && stamps.get(file) === stampedAs(stamp, id),
    idOf: () => null,
    learn(file, stamp, id) {
      if (stamp === '') return;
      const stamped = stampedAs(stamp, id);
      if (stamps.get(file) !== stamped) stamps.put(file, stamped);
    },
    keepOnly(files, count) {
      if (stamps.size <= count) return;
      const kept = new Set(files());
      for (const [file] of [...stamps.all()]) if (!kept.has(file)) stamps.drop(file);
    },
  };
}

/** For who has no memory. */
const NO_IDS: ContentIds = { isStill: () => false, idOf: () => null, learn() {}, keepOnly() {} };

/** Of the files of a thread, by their names and by their ids, or their stamps. No name holds a slash. */
export function threadId(names: readonly string[], ids: readonly string[]): string {
  return hashOf([...names, ...ids].join('/'));
}

/**
 * The same of the files of a shelf, which are many; '' when one of them may still be changing. The order of the names counts: it is that of
 * UTF-16 code units, but where the ids are stamps, which no other machine has.
 */
export function shelfId(names: readonly string[], ids: readonly string[]): string {
  return ids.includes('') ? '' : threadId(names, ids);
}

/** `shelfId` as any machine makes it, of names in any order. */
export function sortedShelfId(names: readonly string[], ids: readonly string[]): string {
  if (areInOrder(names)) return shelfId(names, ids);
  const order = [...names.keys()].sort((a, b) => (names[a]! < names[b]! ? -1 : 1));
  return shelfId(
    order.map(place => names[place]!),
    order.map(place => ids[place]!),
  );
}

/** Most lists are. */
function areInOrder(names: readonly string[]): boolean {
  for (let place = 1; place < names.length; place++) if (names[place - 1]! > names[place]!) return false;
  return true;
}
