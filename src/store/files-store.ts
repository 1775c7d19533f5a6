// A folder as a store of objects, on whatever file system it is: a key is the path of its file.
import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { firstBits, hashOf } from '../hash/hash.ts';
import { storeWords } from '../locale/store-words.ts';
import { contentTag } from './content-tag.ts';
import type { FileAccess, Outcome } from './file-access.ts';
import { NEVER_FREE, withLock } from './files-lock.ts';
import { limitOf } from './limit.ts';
import { byBytes, checkKey, isKey } from './object-key.ts';
import {
  type ObjectBytes,
  type ObjectStore,
  type PutCondition,
  STORE_FOLDER,
  type StoredObject,
  StoreError,
} from './object-store.ts';

/** Of a file that is not held whole, in bytes. */
const PIECE = 256 * 1024;

/** What was not made whole for so long was left by somebody who died, in ms. */
const LEFT_FOR_DEAD = 24 * 60 * 60 * 1000;

/** Of one folder, those that are read before it is their turn. */
const FOLDERS_AHEAD = 31;

/** Folders are made and removed by others meanwhile: so many times in turn would be no accident. */
const TRIES = 20;

export interface FilesStoreOptions {
  /** The place as its owner typed it. */
  readonly place: string;
  readonly access: FileAccess;
  /** How many objects at a time. */
  readonly atOnce: number;
}

interface Waiting {
  /** Where its bytes are, whole. */
  readonly path: string;
  readonly tag: string;
  isMoved: boolean;
}

/** The lock was taken over by somebody who took this process for dead. */
const LOST = Symbol('lost');

export function filesStore({ place, access, atOnce }: FilesStoreOptions): ObjectStore {
  const limit = limitOf(atOnce);
  /** Known to be no links. */
  const folders = new Set<string>();
  const fail = (detail: string): never => {
    throw new StoreError('other', place, detail);
  };

  /** Makes what is missing of a folder; gives false when something else stands in its way. */
  const makeFolders = async (folder: string): Promise<boolean> => {
    for (let tries = 0; tries < TRIES && !folders.has(folder); tries += 1) {
      // What stands above it may have been removed since the last try.
      if (folder !== '' && !(await makeFolders(folderOf(folder)))) return false;
      const kind = (await access.look(folder))?.kind;
      if (kind === 'folder') folders.add(folder);
      else if (kind) break;
      else await makeFolder(folder);
    }
    if (folder === '' && !folders.has(folder))
      throw new StoreError('no-place', place, storeWords.details.rootInTheWay);
    return folders.has(folder);
  };

  /** What stands above it is its owner's to make: a place that was misspelled would be made as well. */
  const makeFolder = async (folder: string): Promise<void> => {
    const made = await access.makeFolder(folder);
    if (made === 'no-folder' && folder === '')
      throw new StoreError('no-place', place, storeWords.details.noParent);
    if (made === 'no-folder') folders.clear();
  };

  /** Whether no link is on the way to an object: what is behind one is not of this place. */
  const isWithin = async (key: string): Promise<boolean> => {
    const above: string[] = [];
    for (let folder = folderOf(key); folder !== ''; folder = folderOf(folder)) above.push(folder);
    for (const folder of above.reverse()) {
      if (folders.has(folder)) continue;
      if ((await access.look(folder))?.kind !== 'folder') return false;
      folders.add(folder);
    }
    return true;
  };

  /** Tries again when somebody removed the folder meanwhile, as it was empty. */
  const inFolder = async (key: string, action: () => Promise<Outcome>): Promise<Outcome> => {
    for (let tries = 0; tries < TRIES; tries += 1) {
      if (!(await makeFolders(folderOf(key)))) return fail(storeWords.details.fileInTheWay(key));
      const outcome = await action();
      if (outcome !== 'no-folder') return outcome;
      folders.clear();
    }
    return 'no-folder';
  };

  /** What an earlier publication left half done; once, before the first is put. */
  let tidied: Promise<void> | null = null;
  const tidy = async (now: number): Promise<void> => {
    for (const { name, written, kind } of (await access.entries(STORE_FOLDER)) ?? [])
      if (kind === 'file' && now - written > LEFT_FOR_DEAD) await access.remove(`${STORE_FOLDER}/${name}`);
  };

  const writeAside = async (bytes: ObjectBytes): Promise<Waiting> => {
    const path = `${STORE_FOLDER}/${randomUUID()}`;
    const digest = createHash('sha256');
    try {
      const made = await inFolder(path, () => access.create(path, piecesOf(bytes, digest)));
      if (made !== 'done') fail(made);
    } catch (error) {
      // The first error is the one to be told.
      await access.remove(path).catch(() => {});
      throw error;
    }
    return { path, tag: contentTag(firstBits(digest.digest('base64url'))), isMoved: false };
  };

  const moveTo = async (waiting: Waiting, key: string): Promise<string> => {
    const outcome = await inFolder(key, () => access.replace(waiting.path, key));
    if (outcome === 'unable') fail(storeWords.details.noReplacing);
    if (outcome !== 'done') fail(storeWords.details.folderInTheWay(key));
    waiting.isMoved = true;
    return waiting.tag;
  };

  /** The clock of the place, by a file that was just written there. */
  const clock = async (waiting: Waiting): Promise<number> =>
    (await access.look(waiting.path))?.written ?? Date.now();

  /** Looks whether the object may be put, and puts it, while nobody else does so. */
  const putLocked = async (
    key: string,
    waiting: Waiting,
    mayBePut: () => Promise<boolean>,
  ): Promise<string | null> => {
    const path = `${STORE_FOLDER}/lock-${hashOf(key)}`;
    for (let tries = 0; tries < TRIES; tries += 1) {
      const result = await withLock(access, path, await clock(waiting), async lock => {
        if (!(await mayBePut())) return null;
        return (await lock.isHeld()) ? moveTo(waiting, key) : LOST;
      });
      if (result === NEVER_FREE) break;
      if (result !== LOST) return result;
    }
    return fail(storeWords.details.locked(key));
  };

  const putIfAbsent = async (key: string, waiting: Waiting): Promise<string | null> => {
    const linked = await inFolder(key, () => access.link(waiting.path, key));
    if (linked === 'done') return waiting.tag;
    if (linked !== 'unable') return null;
    return putLocked(key, waiting, async () => (await access.look(key)) === null);
  };

  const putIfTag = (key: string, waiting: Waiting, tag: string): Promise<string | null> =>
    putLocked(key, waiting, async () => {
      const standing = (await isWithin(key)) ? await access.read(key) : null;
      return standing !== null && contentTag(hashOf(standing)) === tag;
    });

  const put = async (key: string, bytes: ObjectBytes, condition?: PutCondition): Promise<string | null> => {
    const waiting = await writeAside(bytes);
    try {
      // Who may not tidy may be allowed to put.
      tidied ??= clock(waiting)
        .then(tidy)
        .catch(() => {});
      await tidied;
      if (condition === undefined) return await moveTo(waiting, key);
      return await ('ifTag' in condition
        ? putIfTag(key, waiting, condition.ifTag)
        : putIfAbsent(key, waiting));
    } finally {
      if (!waiting.isMoved) await access.remove(waiting.path);
    }
  };

  const read = async (key: string) => {
    const bytes = (await isWithin(key)) ? await access.read(key) : null;
    return bytes && { bytes, tag: contentTag(hashOf(bytes)) };
  };

  const remove = async (key: string): Promise<void> => {
    if (!(await isWithin(key))) return;
    await access.remove(key);
    for (let folder = folderOf(key); folder !== ''; folder = folderOf(folder)) {
      if (!(await access.removeFolder(folder))) break;
      folders.delete(folder);
    }
  };

  const look = async (key: string): Promise<StoredObject | null> => {
    const facts = (await isWithin(key)) ? await access.look(key) : null;
    const found = facts?.kind === 'file' ? await read(key) : null;
    return facts && found && { key, size: found.bytes.length, tag: found.tag, written: facts.written };
  };

  /** When it is its turn, and if it is a key. */
  const inTurn = async <T>(key: string, action: () => Promise<T>): Promise<T> => {
    checkKey(place, key);
    return limit.run(action);
  };

  return {
    place,
    hasConditions: async () => true,
    read: key => inTurn(key, () => read(key)),
    look: key => inTurn(key, () => look(key)),
    put: (key, bytes, _headers, condition) => inTurn(key, () => put(key, bytes, condition)),
    async remove(keys) {
      await Promise.all(keys.map(key => inTurn(key, () => remove(key))));
    },
    async *list(prefix) {
      const folder = folderOf(prefix);
      if (folder !== '' && (!isKey(folder) || !(await isWithin(`${folder}/x`)))) return;
      yield* objectsBelow(access, folder, await access.entries(folder), prefix);
    },
    close: () => access.close(),
  };
}

type Entries = Awaited<ReturnType<FileAccess['entries']>>;

/** `entries` are those of the folder. */
async function* objectsBelow(
  access: FileAccess,
  folder: string,
  entries: Entries,
  prefix: string,
): ReturnType<ObjectStore['list']> {
  const found = (entries ?? [])
    .map(entry => {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      // What is in a folder has a `/` after its name, which has a place of its own in the order.
      return { ...entry, path, inOrder: entry.kind === 'folder' ? `${path}/` : path };
    })
    // What is no key was put there by somebody else, and can't be asked for.
    .filter(({ path, inOrder }) => isKey(path) && (inOrder.startsWith(prefix) || prefix.startsWith(inOrder)))
    .sort((a, b) => byBytes(a.inOrder, b.inOrder));
  const folders = found.filter(({ kind }) => kind === 'folder').map(({ path }) => path);
  const inside = readAhead(access, folders);
  for (const { path, kind, size, written } of found) {
    if (kind === 'folder') yield* objectsBelow(access, path, await inside(), prefix);
    else if (kind === 'file' && path.startsWith(prefix)) yield { key: path, size, tag: null, written };
  }
}

/** Gives what is in each folder, one after the other, and asks for some more before: on a long line each takes as long as many. */
function readAhead(access: FileAccess, folders: readonly string[]): () => Promise<Entries> {
  const asked: Promise<Entries>[] = [];
  let next = 0;
  return () => {
    while (next < folders.length && asked.length <= FOLDERS_AHEAD) {
      const entries = access.entries(folders[next++]!);
      // Whoever comes to it is told.
      entries.catch(() => {});
      asked.push(entries);
    }
    return asked.shift()!;
  };
}

async function* piecesOf(
  bytes: ObjectBytes,
  digest: ReturnType<typeof createHash>,
): AsyncIterable<Uint8Array> {
  const whole = bytes instanceof Uint8Array;
  const pieces = whole ? [bytes] : createReadStream(bytes.path, { highWaterMark: PIECE });
  for await (const piece of pieces as AsyncIterable<Uint8Array>) {
    digest.update(piece);
    yield piece;
  }
}

/** '' is the place itself. */
function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}
