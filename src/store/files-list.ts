// What a store of files holds, in the order of keys.
import type { FileAccess } from './file-access.ts';
import { byBytes, isKey } from './object-key.ts';
import type { ObjectStore } from './object-store.ts';

/** Of one folder, those that are read before it is their turn. */
const FOLDERS_AHEAD = 31;

type Entries = Awaited<ReturnType<FileAccess['entries']>>;

/** `entries` are those of the folder; '' is the place itself. */
export async function* objectsBelow(
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
