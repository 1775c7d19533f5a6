// A folder of this machine as a store: what a server such as nginx shows of it, it shows as it stands there.
import { resolve } from 'node:path';
import { filesStore } from './files-store.ts';
import { localFiles } from './local-files.ts';
import type { ObjectStore } from './object-store.ts';

/** Well below the number of files that systems let a process open. */
const AT_ONCE = 32;

/** `path` is absolute, or from the folder in which the command runs. Headers are not kept: the server's own configuration has to say them. */
export function openFolderStore(place: string, path: string): ObjectStore {
  return filesStore({ place, access: localFiles(place, resolve(path)), atOnce: AT_ONCE });
}
