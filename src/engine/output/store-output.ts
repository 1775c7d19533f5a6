// A store as an output: what is put waits on this machine's disk, and is sent turn by turn when the site is published.
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { threadId } from 'node:worker_threads';
import { outputPath, PREVIEWS_URL } from '../../address/addresses.ts';
import { hashOf } from '../../hash/hash.ts';
import { contentTag, isContentTag } from '../../store/content-tag.ts';
import type { ListedObject, ObjectBytes, ObjectStore, PutCondition } from '../../store/object-store.ts';
import { holdsBytes } from '../../store/same-bytes.ts';
import type { WaitingReader } from '../../store/waiting-reader.ts';
import { copyWhole } from './copy-whole.ts';
import {
  folderOf,
  type HeadersOf,
  isCopy,
  type Output,
  OWN_FOLDER,
  type Put,
  STEPS,
  TURNS,
  type Turn,
} from './output.ts';
import { sideBySide } from './side-by-side.ts';
import { EVERYTHING, PENDING_URL, pendingText, readPending } from './site-list.ts';

/** What was known of the site before, and who else may be publishing. */
export interface StorePlace {
  readonly store: ObjectStore;
  readonly reader: WaitingReader;
  /** On this machine; nothing else is in it. */
  readonly waitingDir: string;
  readonly isFilledAtOnce: boolean;
  /** Whether something else may stand at an address than what was put there last. */
  readonly isDoubted: (url: string) => boolean;
  /** That of the object which was put last at an address. */
  readonly tagOf: (url: string) => string | null;
  /** The hash of the bytes that were put last at an address. */
  readonly hashAt: (url: string) => string | null;
  /** Throws when somebody else publishes now: always, or only if this publisher was silent for long. */
  readonly checkTurn: () => Promise<void>;
  readonly checkAfterSilence: () => Promise<void>;
  /** Whether only « all of it » is written down of what is about to change. */
  readonly isAllAnnounced: () => boolean;
  /** Nothing is sent, and nothing removed. */
  readonly isRehearsal: boolean;
  readonly onProgress: (done: number, total: number) => void;
  /** Is told of addresses at which somebody else had put something. */
  readonly onOverwritten: (url: string) => void;
}

/** How many objects are on their way at once; a store may have fewer sockets. */
export const AT_ONCE = 32;

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
  const renewed: string[] = [];
  /** Files of which browsers are to be told something else; the value: whether they surely are told it not yet. */
  const renewing = new Map<string, boolean>();
  const touched = new Set<string>();
  const tags = new Map<string, string | null>();
  /** Of addresses that are doubted, what was found there. */
  const looked = new Map<string, ListedObject | null>();
  let listing: ReadonlyMap<string, ListedObject> | null = null;
  let listed: ReadonlyMap<string, string | null> = new Map();
  let headersOf: HeadersOf;
  let done = 0;
  let total = 0;
  const keyOf = (url: string): string => outputPath(url);
  const tagOf = (url: string): string | null => (place.isDoubted(url) ? null : place.tagOf(url));
  const waitingPlace = openWaitingPlace(waitingDir);
  const read = (url: string): string | null => {
    const [bytes] = reader.read([keyOf(url)]);
    return bytes ? Buffer.from(bytes).toString('utf8') : null;
  };
  const take = ({ url, waiting: path }: Put, tag: string): void => {
    // A store that takes files has moved nearly all; what is left goes with the folder.
    if (!store.takesFiles) rmSync(path!, { force: true });
    tags.set(url, tag);
    place.onProgress(++done, total);
  };
  const sent = (each: Put, tag: string): void => {
    if (!isOwn(each.url)) put.push(each.url);
    take(each, tag);
  };
  /** What stands at an address, as far as it is known. */
  const standing = (url: string): ListedObject | null | undefined =>
    listing === null ? looked.get(url) : (listing.get(keyOf(url)) ?? null);
  /** Whether what was found at an address is what waits for it. */
  const isThere = async (each: Put, found: ListedObject | null, bytes: ObjectBytes): Promise<boolean> => {
    // What we put there last is another version, or nothing would wait.
    if (found?.tag == null || found.tag === tagOf(each.url)) return false;
    return holdsBytes(store, found, bytes, each.bytesHash);
  };
  const send = async (each: Put): Promise<void> => {
    await place.checkAfterSilence();
    const { url, waiting: path, bytesHash } = each;
    const known = tagOf(url);
    const putAs = (condition?: PutCondition): Promise<string | null> => {
      // Who has to hold the turn for a version meanwhile is given the bytes.
      const isGiven = store.takesFiles && !(condition && 'ifTag' in condition);
      const bytes = isGiven ? { path: path!, givenHash: bytesHash } : bytesOf(path!);
      return store.put(keyOf(url), bytes, headersOf(url), condition);
    };
    if (isFilledAtOnce) return sent(each, (await putAs())!);
    let found = standing(url);
    let isOthers = known !== null && found?.tag !== known;
    if (found === undefined) {
      const tag = await putAs(known === null ? { ifAbsent: true } : { ifTag: known });
      if (tag !== null) return sent(each, tag);
      await place.checkTurn();
      found = await store.look(keyOf(url));
      isOthers = true;
    }
    if (await isThere(each, found, bytesOf(path!))) return take(each, found!.tag!);
    if (isOthers && !isOwn(url)) place.onOverwritten(url);
    const tag = await putAs(found?.tag ? { ifTag: found.tag } : { ifAbsent: true });
    if (tag !== null) return sent(each, tag);
    // It changes all the while: as long as it is our turn, what we put is right.
    await place.checkTurn();
    sent(each, (await putAs())!);
  };
  /** As `send`, but that nothing is sent. */
  const rehearse = async (each: Put): Promise<void> => {
    if (await isThere(each, standing(each.url) ?? null, bytesOf(each.waiting!))) return;
    if (!isOwn(each.url)) put.push(each.url);
  };
  const holds = (url: string, bytesHash: string): boolean => {
    const found = listing?.get(keyOf(url));
    if (found === undefined) return false;
    const tag = tagOf(url);
    const isSame =
      found.tag !== null && isContentTag(found.tag)
        ? found.tag === contentTag(bytesHash)
        : // Without a tag the site's own list is all that is known of it.
          (place.hashAt(url) ?? listed.get(url)) === bytesHash && (tag === null || tag === found.tag);
    if (isSame && tag === null && found.tag !== null) tags.set(url, found.tag);
    return isSame;
  };
  /** Whether the store is known to hold these bytes; what the site says of itself is not enough for who has them at hand. */
  const isKnownToHold = (url: string, bytesHash: string): boolean => {
    const found = listing?.get(keyOf(url));
    if (!found?.tag || (!isContentTag(found.tag) && tagOf(url) === null)) return false;
    return holds(url, bytesHash);
  };
  const sending = sideBySide(AT_ONCE);
  const eachOf = async (puts: readonly Put[], act: (each: Put) => Promise<void>): Promise<void> => {
    for (const each of puts) sending.begin(() => act(each));
    await sending.end();
  };
  /** Looks at what is doubted among the addresses that are going to be put: only then it is known which of them are new. */
  const lookAtDoubted = async (puts: readonly Put[]): Promise<void> => {
    if (listing !== null || isFilledAtOnce) return;
    await eachOf(
      puts.filter(({ url }) => place.isDoubted(url)),
      async ({ url }) => {
        looked.set(url, await store.look(keyOf(url)));
      },
    );
  };
  const isNew = (url: string): boolean => {
    const found = standing(url);
    return found === undefined ? place.tagOf(url) === null : found === null;
  };
  const removeNow = async (urls: readonly string[]): Promise<void> => {
    await store.remove(urls.map(keyOf));
    for (const url of urls) {
      leaving.delete(url);
      tags.set(url, null);
      if (!isOwn(url)) removed.push(url);
    }
  };
  /** Whether an object is told of otherwise now; one that somebody else changed is left to who compares the site. */
  const renew = async (url: string, isOld: boolean): Promise<boolean> => {
    await place.checkAfterSilence();
    const kept = store.keptHeaders!;
    const key = keyOf(url);
    const headers = headersOf(url);
    if (!isOld && (await kept.areAs(key, headers)) !== false) return false;
    if (place.isRehearsal) return true;
    let tag = await kept.replace(key, headers, standing(url)?.tag ?? tagOf(url));
    if (tag === null) {
      // A publication that was cut off may have done it, and the tags of some stores change with it.
      const found = await store.read(key);
      if (found === null || hashOf(found.bytes) !== place.hashAt(url)) return false;
      tag = await kept.replace(key, headers, found.tag);
    }
    if (tag !== null) tags.set(url, tag);
    return tag !== null;
  };
  const renewAll = async (): Promise<void> => {
    const sent = new Set([...put, ...leaving]);
    let looked = 0;
    for (const [url, isOld] of renewing) {
      if (sent.has(url)) continue;
      sending.begin(async () => {
        if (await renew(url, isOld)) renewed.push(url);
        place.onProgress(done + ++looked, total + renewing.size);
      });
    }
    await sending.end();
  };
  const writePending = async (items: readonly string[]): Promise<void> => {
    const bytes = Buffer.from(pendingText([...readPending({ read }), ...items]));
    await store.put(keyOf(PENDING_URL), bytes, headersOf(PENDING_URL));
  };
  const discard = (): void => {
    for (const turn of TURNS) waiting.set(turn, []);
    leaving.clear();
    renewing.clear();
    rmSync(waitingDir, { recursive: true, force: true });
  };
  return {
    checkOurs() {},
    isFilledAtOnce,
    async prepare(headers) {
      headersOf = headers;
      rmSync(waitingDir, { recursive: true, force: true });
      mkdirSync(waitingDir, { recursive: true });
      if (isFilledAtOnce && !place.isRehearsal) await writePending([EVERYTHING]);
    },
    async lookThrough(saysOfItself) {
      listed = saysOfItself;
      listing = await listAll(store);
    },
    holds,
    read,
    put(url, content, knownHash) {
      const bytesHash = isCopy(content) ? content.hash : hashOf(content);
      const isThere = knownHash === null && isKnownToHold(url, bytesHash);
      return waitingPlace.put(url, content, isThere ? bytesHash : knownHash);
    },
    adopt(each, turn) {
      touched.add(folderOf(keyOf(each.url)));
      leaving.delete(each.url);
      if (each.waiting === null) return;
      total++;
      // Nobody comes to a new site but by its home page.
      const isSentNow = isFilledAtOnce && turn !== 'own' && turn !== 'home' && !place.isRehearsal;
      if (isSentNow) sending.begin(() => send(each));
      else waiting.get(turn)!.push(each);
    },
    remove(url) {
      leaving.add(url);
      touched.add(folderOf(keyOf(url)));
    },
    keepsHeaders: store.keptHeaders !== null,
    renewHeaders(urls, areOld) {
      for (const url of urls) renewing.set(url, areOld);
    },
    *paths() {
      for (const key of listing?.keys() ?? []) if (!key.startsWith(`${OWN_FOLDER}/`)) yield key;
    },
    foreign: ours => foreignAmong(listing?.keys() ?? [], ours),
    async publish() {
      await sending.end();
      const puts = [...waiting.values()].flat();
      await lookAtDoubted(puts);
      if (place.isRehearsal) {
        for (const turn of TURNS) await eachOf(waiting.get(turn)!, rehearse);
        await renewAll();
        for (const url of leaving) if (!isOwn(url)) removed.push(url);
        discard();
        return;
      }
      const newUrls = puts.filter(({ url }) => isNew(url)).map(({ url }) => url);
      if (place.isAllAnnounced() && !isFilledAtOnce) await writePending([...newUrls, ...leaving]);
      const areNew = new Set(newUrls);
      for (const { turn, isNew: when } of STEPS) {
        const ofStep = waiting.get(turn)!.filter(({ url }) => areNew.has(url) === when);
        await removeNow(inTheWay(leaving, ofStep));
        await eachOf(ofStep, send);
      }
      await renewAll();
      // The state's root is replaced only if it is the one that was read: without anything to remove nothing more is asked.
      if (leaving.size > 0) await place.checkTurn();
      else await place.checkAfterSilence();
      await removeNow([...leaving]);
      if (isFilledAtOnce || place.isAllAnnounced()) await removeNow([PENDING_URL]);
      discard();
    },
    discard,
    changes: () => ({ put, removed, renewed }),
    touched: () => touched,
    isTwofold: false,
    tags: () => tags,
  };
}

/** What we write down of a site is no part of it. */
function isOwn(url: string): boolean {
  return url.startsWith(`/${OWN_FOLDER}/`);
}

/** Of what leaves, files where a folder has to be and what is in a folder where a file has to be: some stores have not both. */
function inTheWay(leaving: ReadonlySet<string>, puts: readonly Put[]): readonly string[] {
  if (leaving.size === 0) return [];
  const keys = new Set<string>();
  const folders = new Set<string>();
  for (const { url } of puts) {
    const key = outputPath(url);
    keys.add(key);
    for (let above = folderOf(key); above !== ''; above = folderOf(above)) folders.add(above);
  }
  const isInTheWay = (key: string): boolean => {
    if (folders.has(key)) return true;
    for (let above = folderOf(key); above !== ''; above = folderOf(above)) if (keys.has(above)) return true;
    return false;
  };
  return [...leaving].filter(url => isInTheWay(outputPath(url)));
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

/** A film is not read into memory. */
const LARGE = 8 * 1024 * 1024;

function bytesOf(path: string): ObjectBytes {
  return statSync(path).size > LARGE ? { path } : readFileSync(path);
}
