// A folder as a store of objects, on whatever file system it is: a key is the path of its file.
import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { firstBits, hashOf } from '../hash/hash.ts';
import { storeWords } from '../locale/store-words.ts';
import { contentTag } from './content-tag.ts';
import type { FileAccess } from './file-access.ts';
import { filesFolders, folderOf } from './files-folders.ts';
import { objectsBelow } from './files-list.ts';
import { NEVER_FREE, withLock } from './files-lock.ts';
import { limitOf } from './limit.ts';
import { checkKey, isKey } from './object-key.ts';
import {
  type GivenFile,
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

/** The lock of an object is lost to whoever waits too long for it: so many times in turn would be no accident. */
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

/** The file is on another file system. */
const UNABLE = Symbol('unable');

/** The lock was taken over by somebody who took this process for dead. */
const LOST = Symbol('lost');

export function filesStore({ place, access, atOnce }: FilesStoreOptions): ObjectStore {
  const limit = limitOf(atOnce);
  const { isWithin, inFolder, removeAbove } = filesFolders(place, access);
  const fail = (detail: string): never => {
    throw new StoreError('other', place, detail);
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

  let canTake = access.take !== undefined;
  /** Without a copy of it. */
  const take = async (
    key: string,
    { path, givenHash }: GivenFile,
    mayReplace: boolean,
  ): Promise<string | null | typeof UNABLE> => {
    if (!canTake) return UNABLE;
    const outcome = await inFolder(key, () => access.take!(path, key, mayReplace));
    canTake = outcome !== 'unable';
    // Without the file there is nothing to be moved either: who reads it says so.
    if (!canTake || outcome === 'no-folder') return UNABLE;
    if (outcome === 'done') return contentTag(givenHash);
    return mayReplace ? fail(storeWords.details.folderInTheWay(key)) : null;
  };

  const put = async (key: string, bytes: ObjectBytes, condition?: PutCondition): Promise<string | null> => {
    if ('givenHash' in bytes && (condition === undefined || 'ifAbsent' in condition)) {
      const taken = await take(key, bytes, condition === undefined);
      if (taken !== UNABLE) return taken;
    }
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
    await removeAbove(key);
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
    get takesFiles() {
      return canTake;
    },
    keptHeaders: null,
    hasConditions: async () => true,
    read: key => inTurn(key, () => read(key)),
    readPiece: (key, piece) =>
      inTurn(key, async () => ((await isWithin(key)) ? access.read(key, piece) : null)),
    look: key => inTurn(key, () => look(key)),
    put: (key, bytes, _headers, condition) => inTurn(key, () => put(key, bytes, condition)),
    async remove(keys) {
      for (const key of keys) checkKey(place, key);
      await Promise.all(keys.map(key => limit.run(() => remove(key))));
    },
    async *list(prefix) {
      const folder = folderOf(prefix);
      if (folder !== '' && (!isKey(folder) || !(await isWithin(`${folder}/x`)))) return;
      yield* objectsBelow(access, folder, await access.entries(folder), prefix);
    },
    close: () => access.close(),
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
