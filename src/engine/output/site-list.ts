// What a site of ours holds, written down in the site itself by months: so ours and foreign can be told apart without any memory of it.
import { hashOf } from '../../hash/hash.ts';
import type { OutgoingFiles } from '../plan/outgoing-files.ts';
import { type Output, OWN_FOLDER } from './output.ts';

/** Raise it when the lists change: a list of another version is as good as none. */
const VERSION = 1;

export const CONTENTS_URL = ownUrl('site');
/** What is not of the edition any more, and stays for a time: apart, since all other lists follow from the edition alone. */
export const OUTGOING_URL = ownUrl('outgoing');
/** What a publication is about to put or remove; it is there while one goes on, and after one that was killed. */
export const PENDING_URL = ownUrl('pending');

/** In the list of what is pending: whatever stands there is ours. */
export const EVERYTHING = '*';

/** In how many lists the files are that pages show: they are of no month. */
const LISTS_OF_FILES = 16;

/** So many are in one list: a new article brings an image and takes another away, which would change two lists nearly each time. */
const FEW_FILES = 1000;

const FEW_FILES_URL = ownUrl('files');

const MANY_FILES = `/${OWN_FOLDER}/files-`;

function ownUrl(name: string): string {
  return `/${OWN_FOLDER}/${name}.json`;
}

/** The addresses and the hashes of the bytes that stand there. */
export type ListRows = Iterable<readonly [url: string, bytesHash: string | null]>;

export interface SiteList {
  /** Two sites with the same lists have the same, whoever built them; null: there is no list of this version. */
  readonly identity: string | null;
  /** The hash of each list, by its address. */
  readonly lists: ReadonlyMap<string, string>;
}

/** The address of the list of a bucket of pages, of what `nameOfPages` says. */
export function listOfPages(name: string): string {
  return ownUrl(name);
}

/** How the files that pages show (`Memory.images`) are written down, by their number. */
export interface ListsOfFiles {
  /** The address of the list of a bucket of them. */
  readonly of: (bucket: number) => string;
  /** Whether lists of this address belong to another number of files. */
  readonly isOutdated: (url: string) => boolean;
}

export function listsOfFiles(count: number): ListsOfFiles {
  const isOfMany = (url: string): boolean => url.startsWith(MANY_FILES);
  if (count <= FEW_FILES) return { of: () => FEW_FILES_URL, isOutdated: isOfMany };
  return {
    of: bucket => `${MANY_FILES}${(bucket % LISTS_OF_FILES).toString(16)}.json`,
    isOutdated: url => url === FEW_FILES_URL,
  };
}

/** A list as it is written; null: it would hold nothing. */
export function listText(rows: ListRows): string | null {
  const lines: string[] = [];
  for (const [url, bytesHash] of rows) if (bytesHash !== null) lines.push(JSON.stringify([url, bytesHash]));
  return lines.length === 0 ? null : `[\n${lines.sort().join(',\n')}\n]\n`;
}

/** The list of lists, from which the others are found. */
export function contentsText(lists: ReadonlyMap<string, string>): string {
  const sorted = [...lists].sort(([a], [b]) => (a < b ? -1 : 1));
  return `${JSON.stringify({ version: VERSION, lists: sorted }, null, 1)}\n`;
}

/** What a site says of itself. */
export function readSiteList(output: Pick<Output, 'read'>): SiteList {
  const text = output.read(CONTENTS_URL);
  const found = text === null ? null : (parsed(text) as { version?: unknown; lists?: unknown } | null);
  if (text === null || found?.version !== VERSION) return NO_LIST;
  const lists = pairs(found.lists).map(([url, hash]) => [url, String(hash)] as const);
  return { identity: hashOf(text), lists: new Map(lists) };
}

const NO_LIST: SiteList = { identity: null, lists: new Map() };

/** All that we ever put into a site and did not remove again. */
export interface Listed {
  /** Hashes by address; null: the bytes are not known. */
  readonly files: ReadonlyMap<string, string | null>;
  /** Whether all that stands there is ours: it was empty when a build that was killed began to fill it. */
  readonly everything: boolean;
}

export function readListed(output: Pick<Output, 'read'>, { lists }: SiteList): Listed {
  const files = new Map<string, string | null>();
  const others = (urls: Iterable<string>): void => {
    for (const url of urls) if (!files.has(url)) files.set(url, null);
  };
  for (const url of lists.keys())
    for (const [file, bytesHash] of pairs(readItems(output, url))) files.set(file, String(bytesHash));
  others(readOutgoing(output).keys());
  const pending = readPending(output);
  others(pending.filter(url => url !== EVERYTHING));
  return { files, everything: pending.includes(EVERYTHING) };
}

/** What a publication that did not come to its end was about to put where nothing stood, or to remove; or `EVERYTHING`. */
export function readPending(output: Pick<Output, 'read'>): readonly string[] {
  return readItems(output, PENDING_URL).map(String);
}

export function pendingText(urls: Iterable<string>): string {
  return JSON.stringify([...new Set(urls)]);
}

export function readOutgoing(output: Pick<Output, 'read'>): OutgoingFiles {
  return new Map(pairs(readItems(output, OUTGOING_URL)).map(([url, until]) => [url, Number(until)]));
}

/** null: there are none. */
export function outgoingText(staying: OutgoingFiles): string | null {
  return staying.size === 0 ? null : `${JSON.stringify([...staying].sort(([a], [b]) => (a < b ? -1 : 1)))}\n`;
}

function readItems(output: Pick<Output, 'read'>, url: string): readonly unknown[] {
  const text = output.read(url);
  return items(text === null ? null : parsed(text));
}

/** What is in a list that is none of ours, cut short or written by somebody else, is nothing. */
function items(found: unknown): readonly unknown[] {
  return Array.isArray(found) ? found : [];
}

function pairs(found: unknown): readonly (readonly [url: string, value: unknown])[] {
  return items(found).filter(
    (item): item is [string, unknown] => Array.isArray(item) && typeof item[0] === 'string',
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
