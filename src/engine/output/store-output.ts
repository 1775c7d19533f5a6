// A store as an output: what is put waits on this machine's disk, and is sent turn by turn when the site is published.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { threadId } from 'node:worker_threads';
import { outputPath, PREVIEWS_URL } from '../../address/addresses.ts';
import { hashOf } from '../../hash/hash.ts';
import type { ListedObject, ObjectStore } from '../../store/object-store.ts';
import type { WaitingReader } from '../../store/waiting-reader.ts';
import { copyWhole } from './copy-whole.ts';
import {
  type Content,
  folderOf,
  type HeadersOf,
  type Output,
  OWN_FOLDER,
  type Put,
  TURNS,
  type Turn,
} from './output.ts';
import { sideBySide } from './side-by-side.ts';

/** What was known of the site before, and who else may be publishing. */
export interface StorePlace {
  readonly store: ObjectStore;
  readonly reader: WaitingReader;
  /** On this machine; nothing else is in it. */
  readonly waitingDir: string;
  readonly isFilledAtOnce: boolean;
  /** That of the object which was put last at an address; null: it is not known for certain. */
  readonly tagOf: (url: string) => string | null;
  /** The hash of the bytes that were put last at an address. */
  readonly hashAt: (url: string) => string | null;
  /** Throws when somebody else publishes now. */
  readonly checkTurn: () => Promise<void>;
  /** Nothing is sent, and nothing removed. */
  readonly isRehearsal: boolean;
  readonly onProgress: (done: number, total: number) => void;
  /** Is told of addresses at which somebody else had put something. */
  readonly onOverwritten: (url: string) => void;
}

/** How many objects are on their way at once; a store may have fewer sockets. */
const AT_ONCE = 32;

/** What a thread needs that only puts. */
export function openWaitingPlace(waitingDir: string): Pick<Output, 'put'> {
  mkdirSync(waitingDir, { recursive: true });
  let count = 0;
  return {
    put(url, content, knownHash) {
      const bytesHash = isCopy(content) ? content.hash : hashOf(content);
      if (knownHash === bytesHash) return { url, bytesHash, written: false, waiting: null, isNew: false };
      const waiting = join(waitingDir, `${threadId}-${count++}`);
      if (isCopy(content)) copyWhole(content, waiting);
      else writeFileSync(waiting, content);
      return { url, bytesHash, written: true, waiting, isNew: true };
    },
  };
}

export function openStoreOutput(place: StorePlace): Output {
  const { store, reader, waitingDir, isFilledAtOnce } = place;
  const waiting = new Map<Turn, Put[]>(TURNS.map(turn => [turn, []]));
  const leaving = new Set<string>();
  const put: string[] = [];
  const removed: string[] = [];
  const touched = new Set<string>();
  const tags = new Map<string, string | null>();
  let listing: ReadonlyMap<string, ListedObject> | null = null;
  let listed: ReadonlyMap<string, string | null> = new Map();
  let headersOf: HeadersOf;
  let done = 0;
  let total = 0;
  const keyOf = (url: string): string => outputPath(url);
  const waitingPlace = openWaitingPlace(waitingDir);
  const take = (url: string, tag: string): void => {
    tags.set(url, tag);
    place.onProgress(++done, total);
  };
  const send = async ({ url, waiting: path }: Put): Promise<void> => {
    const bytes = bytesOf(path!);
    const headers = headersOf(url);
    const key = keyOf(url);
    const known = isFilledAtOnce ? null : place.tagOf(url);
    if (known !== null) {
      const tag = await store.put(key, bytes, headers, { ifTag: known });
      if (tag !== null) return sent(url, path!, tag);
      await place.checkTurn();
      place.onOverwritten(url);
    } else if (!isFilledAtOnce) {
      const standing = listing === null ? await store.look(key) : (listing.get(key) ?? null);
      if (standing?.tag && (await isSame(store, standing, bytes))) return take(url, standing.tag);
    }
    const tag = await store.put(key, bytes, headers);
    sent(url, path!, tag!);
  };
  const sent = (url: string, path: string, tag: string): void => {
    if (!url.startsWith(`/${OWN_FOLDER}/`)) put.push(url);
    rmSync(path, { force: true });
    take(url, tag);
  };
  const holds = (url: string, bytesHash: string): boolean => {
    const standing = listing?.get(keyOf(url));
    const hash = place.hashAt(url) ?? listed.get(url) ?? null;
    if (standing === undefined || hash !== bytesHash) return false;
    const tag = place.tagOf(url);
    // Without a tag the site's own list is all that is known of it.
    if (tag === null && standing.tag !== null) tags.set(url, standing.tag);
    return tag === null || tag === standing.tag;
  };
  const sending = sideBySide(AT_ONCE);
  const discard = (): void => {
    for (const turn of TURNS) waiting.set(turn, []);
    leaving.clear();
    rmSync(waitingDir, { recursive: true, force: true });
  };
  return {
    checkOurs() {},
    isFilledAtOnce,
    prepare(headers) {
      headersOf = headers;
      rmSync(waitingDir, { recursive: true, force: true });
      mkdirSync(waitingDir, { recursive: true });
    },
    async lookThrough(saysOfItself) {
      listed = saysOfItself;
      listing = await listAll(store);
    },
    holds,
    read(url) {
      const [bytes] = reader.read([keyOf(url)]);
      return bytes ? Buffer.from(bytes).toString('utf8') : null;
    },
    put(url, content, knownHash) {
      const bytesHash = isCopy(content) ? content.hash : hashOf(content);
      const isThere = knownHash === null && holds(url, bytesHash);
      return waitingPlace.put(url, content, isThere ? bytesHash : knownHash);
    },
    adopt(each, turn) {
      touched.add(folderOf(keyOf(each.url)));
      if (each.waiting === null) return;
      total++;
      const isKnown = place.tagOf(each.url) !== null || (listing?.has(keyOf(each.url)) ?? false);
      const own = { ...each, isNew: !isKnown };
      // What says what the site holds comes last.
      if (isFilledAtOnce && turn !== 'own' && !place.isRehearsal) sending.begin(() => send(own));
      else waiting.get(turn)!.push(own);
    },
    remove(url) {
      leaving.add(url);
      touched.add(folderOf(keyOf(url)));
    },
    *paths() {
      for (const key of listing?.keys() ?? []) if (!key.startsWith(`${OWN_FOLDER}/`)) yield key;
    },
    foreign: ours => foreignAmong(listing?.keys() ?? [], ours),
    async publish() {
      const puts = [...waiting.values()].flat();
      for (const { url } of puts) leaving.delete(url);
      if (place.isRehearsal) {
        for (const { url } of puts) if (!url.startsWith(`/${OWN_FOLDER}/`)) put.push(url);
        for (const url of leaving) if (!url.startsWith(`/${OWN_FOLDER}/`)) removed.push(url);
        discard();
        return;
      }
      await sending.end();
      for (const turn of TURNS)
        for (const isNew of [true, false]) {
          for (const each of waiting.get(turn)!) if (each.isNew === isNew) sending.begin(() => send(each));
          await sending.end();
        }
      await place.checkTurn();
      await store.remove([...leaving].map(keyOf));
      for (const url of leaving) {
        tags.set(url, null);
        if (!url.startsWith(`/${OWN_FOLDER}/`)) removed.push(url);
      }
      discard();
    },
    discard,
    changes: () => ({ put, removed }),
    touched: () => touched,
    isTwofold: false,
    tags: () => tags,
  };
}

async function listAll(store: ObjectStore): Promise<ReadonlyMap<string, ListedObject>> {
  const found = new Map<string, ListedObject>();
  const looking = sideBySide(AT_ONCE);
  for await (const object of store.list('')) {
    if (object.key.startsWith(PREVIEWS_URL.slice(1))) continue;
    found.set(object.key, object);
    // A store that lists no tags is looked into.
    if (object.tag === null)
      looking.begin(async () => {
        const looked = await store.look(object.key);
        if (looked) found.set(object.key, looked);
      });
  }
  await looking.end();
  return found;
}

/** A folder with nothing of ours in it is named as a whole. */
function foreignAmong(keys: Iterable<string>, ours: ReadonlySet<string>): readonly string[] {
  const foreign = new Set<string>();
  for (const key of keys) {
    if (key.startsWith(`${OWN_FOLDER}/`) || ours.has(key)) continue;
    let named = key;
    for (let above = folderOf(key); above !== '' && !ours.has(`${above}/`); above = folderOf(above))
      named = `${above}/`;
    foreign.add(named);
  }
  return [...foreign];
}

function isCopy(content: Content): content is Extract<Content, { readonly path: string }> {
  return typeof content === 'object' && 'path' in content;
}

/** A film is not read into memory. */
const LARGE = 8 * 1024 * 1024;

function bytesOf(path: string): Uint8Array | { readonly path: string } {
  return statSync(path).size > LARGE ? { path } : readFileSync(path);
}

/** An entity tag that is the MD5 of the bytes, as that of an object which S3 was given in one piece. */
const MD5_TAG = /^"([0-9a-f]{32})"$/;

/** Whether the store holds these bytes; where only reading would tell of a large one, it is taken for another. */
async function isSame(
  store: ObjectStore,
  { key, size, tag }: ListedObject,
  bytes: Uint8Array | { readonly path: string },
): Promise<boolean> {
  if (!(bytes instanceof Uint8Array) || bytes.length !== size) return false;
  const md5 = MD5_TAG.exec(tag ?? '')?.[1];
  if (md5 !== undefined && createHash('md5').update(bytes).digest('hex') === md5) return true;
  return (await store.read(key))?.bytes.equals(bytes) ?? false;
}
