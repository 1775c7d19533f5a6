// What the site holds, written down in the site.
import type { Memory } from '../memory/memory.ts';
import { nameOfPages } from '../memory/row-formats.ts';
import {
  CONTENTS_URL,
  contentsText,
  type ListsOfFiles,
  listOfPages,
  listsOfFiles,
  listText,
  OUTGOING_URL,
  outgoingText,
} from '../output/site-list.ts';
import type { Announced } from './announce.ts';
import type { LookedAt } from './look-at-output.ts';
import type { OpenMemory } from './open-memory.ts';

export interface WrittenList {
  /** Of the output that is about to be published; null: nothing of it changed. */
  readonly identity: string | null;
}

export function writeList({
  memory,
  output,
  sameOutput,
  unknownOutput,
  list,
  staying,
  writesSomething,
}: OpenMemory & LookedAt & Announced): WrittenList {
  if (!writesSomething) return { identity: null };
  const put = (url: string, text: string | null, knownHash: string | null): string | null => {
    if (text === null) {
      if (output.read(url) !== null) output.remove(url);
      return null;
    }
    // A publication that was cut off may have written some of the lists.
    const result = output.put(url, text, sameOutput && memory.suspects.size === 0 ? knownHash : null);
    output.adopt(result, 'own');
    return result.bytesHash;
  };
  const ofFiles = listsOfFiles(memory.images.size);
  const standing = unknownOutput ? [] : [...list.lists];
  const lists = new Map(standing.filter(([url]) => !ofFiles.isOutdated(url)));
  const areOtherwise = lists.size < standing.length;
  const ofPages = changedListsOfPages(memory, unknownOutput);
  for (const changed of [ofPages, changedListsOfFiles(memory, ofFiles, unknownOutput || areOtherwise)])
    for (const [url, text] of changed) {
      const hash = put(url, text, list.lists.get(url) ?? null);
      if (hash === null) lists.delete(url);
      else lists.set(url, hash);
    }
  for (const url of list.lists.keys()) if (!lists.has(url)) put(url, null, null);
  put(OUTGOING_URL, outgoingText(staying), null);
  return { identity: put(CONTENTS_URL, contentsText(lists), list.identity) };
}

type ListTexts = Generator<readonly [url: string, text: string | null], void>;

function* changedListsOfPages({ pages }: Pick<Memory, 'pages'>, all: boolean): ListTexts {
  for (const bucket of all ? pages.buckets() : pages.changedBuckets()) {
    const rows = [...pages.rowsInPassing(bucket)].map(([url, { bytesHash }]) => [url, bytesHash] as const);
    yield [listOfPages(nameOfPages(bucket)), listText(rows)];
  }
}

function* changedListsOfFiles(
  { images }: Pick<Memory, 'images'>,
  { of }: ListsOfFiles,
  all: boolean,
): ListTexts {
  const done = new Set<string>();
  for (const bucket of all ? images.buckets() : images.changedBuckets()) {
    const url = of(bucket);
    if (done.has(url)) continue;
    done.add(url);
    const rows = [...images.buckets()]
      .filter(other => of(other) === url)
      .flatMap(other => [...images.rowsOf(other)]);
    yield [url, listText(rows)];
  }
}
