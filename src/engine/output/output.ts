// Where a site is put: a folder, and in time a bucket or a server. All that a build changes of a site goes through here.

import type { ObjectHeaders } from '../../store/object-store.ts';

/** The bytes of a file of the site: as text (UTF-8), as they are, or those of a file that is too large to be held. */
export type Content = string | Uint8Array | FileCopy;

export interface FileCopy {
  /** The path of the file to be copied. */
  readonly path: string;
  /** `hashOf` its bytes. */
  readonly hash: string;
}

export function isCopy(content: Content): content is FileCopy {
  return typeof content === 'object' && 'path' in content;
}

/** What a file is for a reader: what pages load and show, articles, lists of articles, fronts, the home page, what we write down of all these. */
export const TURNS = ['files', 'articles', 'lists', 'fronts', 'home', 'own'] as const;
export type Turn = (typeof TURNS)[number];

/** What is told of the file of an address besides its bytes, where the output keeps that. */
export type HeadersOf = (url: string) => ObjectHeaders;

export interface Step {
  readonly turn: Turn;
  /** Those at whose addresses nothing stands, or the others. */
  readonly isNew: boolean;
}

/**
 * The order in which files become the site's. All pages that are new come before the first that changes: nothing that was published leads to
 * them yet, and a new article names new lists. The home page comes last, since readers of a new site have no other way in. So a reader never
 * meets a page that names what isn't there.
 */
export const STEPS: readonly Step[] = [
  { turn: 'files', isNew: true },
  { turn: 'files', isNew: false },
  { turn: 'articles', isNew: true },
  { turn: 'lists', isNew: true },
  { turn: 'fronts', isNew: true },
  { turn: 'articles', isNew: false },
  { turn: 'lists', isNew: false },
  { turn: 'fronts', isNew: false },
  { turn: 'home', isNew: true },
  { turn: 'home', isNew: false },
  { turn: 'own', isNew: true },
  { turn: 'own', isNew: false },
];

/** What came of putting one file. */
export interface Put {
  readonly url: string;
  readonly bytesHash: string;
  /** Whether the output holds other bytes, or none. */
  readonly written: boolean;
  /** The name under which its bytes wait beside the site; null: they wait nowhere. */
  readonly waiting: string | null;
  /** Whether nothing stands at its address. */
  readonly isNew: boolean;
}

/** What changed of that which readers see. */
export interface Changes {
  /** Addresses whose bytes are new, in the order in which they were published. */
  readonly put: readonly string[];
  readonly removed: readonly string[];
  /** Addresses whose bytes are as they were, and of which browsers are told something else. */
  readonly renewed: readonly string[];
}

/**
 * What is put waits beside the site, and what is removed stays, until `publish` makes all of it the site's. Only an output in
 * which nothing stands yet is filled at once: nobody reads it.
 */
export interface Output {
  /** Throws `ForeignOutput` when there is something at that place, and no site of ours. */
  checkOurs(): void;
  /** Whether it is filled at once. */
  readonly isFilledAtOnce: boolean;
  /** Makes sure that the output is there, to be put into, and that nothing waits that a killed build left. */
  prepare(headersOf: HeadersOf): void | Promise<void>;
  /**
   * Finds out what stands there, where that takes long: before `holds`, `paths` and `foreign` are asked of a site of which nothing is known.
   * @param listed what the site says of itself.
   */
  lookThrough(listed: ReadonlyMap<string, string | null>): void | Promise<void>;
  /** Whether the file of an address holds the bytes of this hash. */
  holds(url: string, bytesHash: string): boolean;
  /** The text of the file of an address; null: there is none that can be read. */
  read(url: string): string | null;
  /**
   * Gives an address its bytes, unless it has them already: then its file stays untouched. `knownHash` is that of the bytes
   * that stand there, null when they have to be looked at. Nothing comes of it until it is adopted. Throws `ContentChanged` when a
   * file to be copied is not the one of its hash.
   */
  put(url: string, content: Content, knownHash: string | null): Put;
  /** Takes note of what was put, here or by another thread's output of the same place. What was to be removed there stays. */
  adopt(put: Put, turn: Turn): void;
  /** Removes the file of an address, if there is one. */
  remove(url: string): void;
  /** Whether it keeps what browsers are told of a file, which may then be another than what it is told now. */
  readonly keepsHeaders: boolean;
  /**
   * Lets it tell browsers of files whose bytes stay what they are told now. @param areOld whether it surely tells something else; else each is looked at.
   */
  renewHeaders(urls: Iterable<string>, areOld: boolean): void;
  /**
   * What stands there and is neither one of `ours` nor in our own folder: `CNAME`, and `.git/` for a folder with nothing of ours in it.
   * With `folders` only what stands directly in these.
   */
  foreign(ours: ReadonlySet<string>, folders?: readonly string[]): readonly string[];
  /** All that stands there, but for our own folder. */
  paths(): Iterable<string>;
  /**
   * Makes the site's what was put, step after step (`STEPS`); then removes. At every moment each
   * file is whole: the one of before, or the new one. Throws `OutputBlocked` before anything changes. `foreign` is what is known
   * there that is not ours.
   */
  publish(foreign: readonly string[]): void | Promise<void>;
  /** Takes back all that was put and is not published. */
  discard(): void;
  /** All that changed since the output was opened. */
  changes(): Changes;
  /** The folders in which something was put or removed, below the output's own, which is ''. */
  touched(): ReadonlySet<string>;
  /** By address, the tag under which a store keeps what was sent there; null: it was removed. A folder has no tags. */
  tags(): ReadonlyMap<string, string | null>;
  /** Whether there are two generations of the site, and publishing switches from one to the other at once. */
  readonly isTwofold: boolean;
}

/**
 * In every site of ours: what we write down of it (`site-list.ts`), and what waits to become part of it. No part of the site that
 * readers see.
 */
export const OWN_FOLDER = '.quotidien';

/** There is something at that place, and it is no site of ours: nothing of it is touched. */
export class ForeignOutput extends Error {}

/** Something that is not ours stands where a file has to be. */
export class OutputBlocked extends Error {
  readonly path: string;
  constructor(path: string) {
    super(`${path} is in the way`);
    this.path = path;
  }
}

/** In every site of ours beside that folder, for whoever plans the next build. */
export const MARK_URL = '/next-change.json';

/** The folder of a path below the output; '' is the output itself. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}
