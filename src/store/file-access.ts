// What a store of files asks of the file system that it is on: this machine's, or a server's.
import type { Piece } from './object-store.ts';

export interface FileFacts {
  /** `other` is a link, a device, a socket. */
  readonly kind: 'file' | 'folder' | 'other';
  /** In bytes. */
  readonly size: number;
  /** By the file system's clock, in ms. */
  readonly written: number;
}

/**
 * What came of a change: `exists`, something stands there already; `no-folder`, the folder that it should be in does not; `blocked`, a file or a link stands
 * where a folder should be, or the reverse; `unable`, this file system can't.
 */
export type Outcome = 'done' | 'exists' | 'no-folder' | 'blocked' | 'unable';

/**
 * Paths have `/` and begin at the place's own folder, which is ''. No link is followed but above that folder. Whatever is neither a
 * result nor an outcome is thrown as a `StoreError`.
 */
export interface FileAccess {
  /** The bytes of a plain file, or a piece of them, as far as it has them; null: there is none. */
  read(path: string, piece?: Piece): Promise<Buffer | null>;
  /** null: there is nothing. */
  look(path: string): Promise<FileFacts | null>;
  /** Writes a file where nothing stands. What it throws may leave a part of it. */
  create(path: string, pieces: AsyncIterable<Uint8Array>): Promise<Outcome>;
  /** A file takes another's place at once. */
  replace(from: string, to: string): Promise<Outcome>;
  /** A file gets a second name, where nothing has that name. */
  link(from: string, to: string): Promise<Outcome>;
  /**
   * A file of this machine, by its path there, is moved to a place: into that of another, or only where nothing stands. `unable` where it is on another file system. Missing: the place is on another machine.
   */
  readonly take?: (file: string, to: string, mayReplace: boolean) => Promise<Outcome>;
  /** Removes a file or a link, if there is one. */
  remove(path: string): Promise<void>;
  makeFolder(path: string): Promise<Outcome>;
  /** Removes a folder in which there is nothing. Gives whether it did. */
  removeFolder(path: string): Promise<boolean>;
  /** What stands directly in a folder, in any order; null: there is no such folder. */
  entries(path: string): Promise<readonly (FileFacts & { readonly name: string })[] | null>;
  close(): Promise<void>;
}
