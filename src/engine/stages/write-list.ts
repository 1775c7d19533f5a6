// What the site holds, written down in the site.
import type { Memory } from '../memory/memory.ts';
import { nameOfPages } from '../memory/row-formats.ts';
import {
  CONTENTS_URL,
  contentsText,
  listOfFiles,
  listOfPages,
  listText,
  OUTGOING_URL,
  outgoingText,
  sharesList,
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
  const lists = new Map(unknownOutput ? [] : list.lists);
  for (const [url, text] of changedLists(memory, unknownOutput)) {
    const hash = put(url, text, list.lists.get(url) ?? null);
    if (hash === null) lists.delete(url);
    else lists.set(url, hash);
  }
  for (const url of list.lists.keys()) if (!lists.has(url)) put(url, null, null);
  put(OUTGOING_URL, outgoingText(staying), null);
  return { identity: put(CONTENTS_URL, contentsText(lists), list.identity) };
}

function* changedLists(
  { pages, images }: Pick<Memory, 'pages' | 'images'>,
  all: boolean,
): Generator<readonly [url: string, text: string | null], void> {
  for (const bucket of all ? pages.buckets() : pages.changedBuckets()) {
    const rows = [...pages.rowsOf(bucket)].map(([url, { bytesHash }]) => [url, bytesHash] as const);
    yield [listOfPages(nameOfPages(bucket)), listText(rows)];
  }
  const done = new Set<string>();
  for (const bucket of all ? images.buckets() : images.changedBuckets()) {
    const url = listOfFiles(bucket);
    if (done.has(url)) continue;
    done.add(url);
    const rows = [...images.buckets()]
      .filter(other => sharesList(bucket, other))
      .flatMap(other => [...images.rowsOf(other)]);
    yield [url, listText(rows)];
  }
}
