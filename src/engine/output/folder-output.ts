// A folder as an output: addresses to files below it.
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { threadId } from 'node:worker_threads';
import { outputPath, urlOf } from '../../address/addresses.ts';
import { hashOf } from '../../hash/hash.ts';
import { copyWhole } from './copy-whole.ts';
import { filesBelow, foreignIn, hashOfFile, isPlainFile, removeFile } from './folder-files.ts';
import { bringUp, generationsOf, switchGenerations } from './generations.ts';
import { checkPlaces, moveTo } from './move-into-place.ts';
import {
  type Content,
  ForeignOutput,
  folderOf,
  isCopy,
  MARK_URL,
  type Output,
  OWN_FOLDER,
  type Put,
  STEPS,
  TURNS,
  type Turn,
} from './output.ts';
import { EVERYTHING, PENDING_URL, pendingText } from './site-list.ts';
import { standing } from './standing.ts';

/** Of the output, so that it is on the same file system: files in it become the site's by being renamed. */
const WAITING_FOLDER = `${OWN_FOLDER}/waiting`;

/** Pages come by months, of which none has as many folders. */
const MOST_MADE = 4096;

/** `isFilledAtOnce`: missing, it follows from whether the folder is empty. The folder may be a link to one of two generations. */
export function openFolderOutput(place: string, isFilledAtOnce = isEmpty(place)): Output {
  const generations = isFilledAtOnce ? null : generationsOf(place);
  // The one of now, whatever the link leads to later.
  const dir = generations?.current ?? place;
  const target = generations?.idle ?? place;
  const waiting = new Map<Turn, Put[]>(TURNS.map(turn => [turn, []]));
  const leaving = new Set<string>();
  const put: string[] = [];
  const removed: string[] = [];
  const touched = new Set<string>();
  let count = 0;
  /** Of a folder that is filled, the folders that were made last: to find out by an error that one is missing is dearer than to make it. */
  const made = new Set<string>();
  const makeFolder = (folder: string): void => {
    if (made.has(folder)) return;
    mkdirSync(folder, { recursive: true });
    if (made.size >= MOST_MADE) made.clear();
    made.add(folder);
  };
  const pathOf = (url: string): string => join(dir, outputPath(url));
  const adopt = (each: Put, turn: Turn): void => {
    touched.add(folderOf(outputPath(each.url)));
    leaving.delete(outputPath(each.url));
    if (each.waiting !== null) waiting.get(turn)!.push(each);
    else if (each.written && turn !== 'own') put.push(each.url);
  };
  const discard = (): void => {
    for (const turn of TURNS) waiting.set(turn, []);
    leaving.clear();
    rmSync(join(dir, WAITING_FOLDER), { recursive: true, force: true });
    // Nothing was put: whoever finds the folder finds it as it was.
    if (isFilledAtOnce && touched.size === 0) rmSync(join(dir, OWN_FOLDER), { recursive: true, force: true });
  };
  const writeOwn = (url: string, text: string): void => {
    const name = join(dir, WAITING_FOLDER, 'own');
    write(name, text);
    renameSync(name, pathOf(url));
  };
  /** From where each waits to its place, step after step; gives their paths. */
  const moveAll = (leave: (path: string) => void): readonly string[] => {
    const moved: string[] = [];
    for (const { turn, isNew } of STEPS)
      for (const each of waiting.get(turn)!) {
        if (each.isNew !== isNew) continue;
        const path = outputPath(each.url);
        moveTo(target, join(dir, WAITING_FOLDER, each.waiting!), path, leaving, leave);
        moved.push(path);
        if (turn !== 'own') put.push(each.url);
      }
    return moved;
  };
  return {
    checkOurs: () => checkOurs(dir),
    isFilledAtOnce,
    prepare() {
      mkdirSync(dir, { recursive: true });
      rmSync(join(dir, isFilledAtOnce ? OWN_FOLDER : WAITING_FOLDER), { recursive: true, force: true });
      if (isFilledAtOnce) writeOwn(PENDING_URL, pendingText([EVERYTHING]));
    },
    lookThrough() {},
    holds: (url, bytesHash) => hashOfFile(pathOf(url)) === bytesHash,
    read(url) {
      try {
        return readFileSync(pathOf(url), 'utf8');
      } catch {
        return null;
      }
    },
    put(url, content, knownHash) {
      const path = pathOf(url);
      const bytesHash = isCopy(content) ? content.hash : hashOf(content);
      // Nothing of another build stands in a folder that was empty.
      const isSame = knownHash === null ? !isFilledAtOnce && holds(path, content) : bytesHash === knownHash;
      if (isSame) return { url, bytesHash, written: false, waiting: null, isNew: false };
      if (isFilledAtOnce) {
        makeFolder(dirname(path));
        write(path, content);
        return { url, bytesHash, written: true, waiting: null, isNew: true };
      }
      const name = `${threadId}-${count++}`;
      write(join(dir, WAITING_FOLDER, name), content);
      const isNew = standing(path) === undefined;
      return { url, bytesHash, written: true, waiting: name, isNew };
    },
    adopt,
    remove(url) {
      leaving.add(outputPath(url));
      touched.add(folderOf(outputPath(url)));
    },
    keepsHeaders: false,
    renewHeaders() {},
    paths: () => filesBelow(dir),
    foreign: (ours, folders) => foreignIn(dir, ours, folders),
    publish(foreign) {
      const puts = [...waiting.values()].flat();
      const left: string[] = [];
      const leave = (path: string): void => {
        left.push(path);
        if (removeFile(target, path) && !path.startsWith(`${OWN_FOLDER}/`)) removed.push(urlOf(path));
        leaving.delete(path);
      };
      if (generations) bringUp(generations, foreign);
      const paths = puts.map(({ url }) => outputPath(url));
      checkPlaces(target, paths, leaving);
      if (!generations && !isFilledAtOnce) writeOwn(PENDING_URL, pendingText(pendingUrls(puts, leaving)));
      const moved = moveAll(leave);
      for (const path of leaving) leave(path);
      if (generations) switchGenerations(generations, { put: moved, removed: left, foreign });
      else rmSync(pathOf(PENDING_URL), { force: true });
      discard();
    },
    discard,
    changes: () => ({ put, removed, renewed: [] }),
    touched: () => touched,
    tags: () => NO_TAGS,
    isTwofold: generations !== null,
  };
}

function pendingUrls(puts: readonly Put[], leaving: ReadonlySet<string>): readonly string[] {
  return [...puts.filter(({ isNew }) => isNew).map(({ url }) => url), ...[...leaving].map(urlOf)];
}

const NO_TAGS: ReadonlyMap<string, string | null> = new Map();

/** What we write down of a site is not the site. */
function isEmpty(dir: string): boolean {
  try {
    return readdirSync(dir).every(name => name === OWN_FOLDER);
  } catch {
    return true;
  }
}

function checkOurs(dir: string): void {
  let names: string[];
  try {
    names = readdirSync(dir);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw new ForeignOutput(dir);
  }
  if (names.length > 0 && !names.includes(OWN_FOLDER) && !names.includes(outputPath(MARK_URL)))
    throw new ForeignOutput(dir);
}

function holds(path: string, content: Content): boolean {
  if (isCopy(content)) return hashOfFile(path) === content.hash;
  try {
    return (
      isPlainFile(path) &&
      readFileSync(path).equals(typeof content === 'string' ? Buffer.from(content) : content)
    );
  } catch {
    return false;
  }
}

function write(path: string, content: Content): void {
  const writeNow = (): void => (isCopy(content) ? copyWhole(content, path) : writeFileSync(path, content));
  try {
    writeNow();
  } catch (error) {
    // A folder that is gone, or was never made: rarer, and dearer to find out, than a file in one that is there.
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    mkdirSync(dirname(path), { recursive: true });
    writeNow();
  }
}
