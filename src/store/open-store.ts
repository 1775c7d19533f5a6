// The address of a place, as an owner types it, to the store that is there.
import { openFolderStore } from './folder-store.ts';
import type { ObjectStore } from './object-store.ts';
import { readTarget, WrongTarget } from './read-target.ts';
import { openS3Store } from './s3-store.ts';
import { openSshStore } from './ssh-store.ts';

/** Nothing is asked of the store yet: whether it answers, its first use tells. */
export async function openStore(text: string): Promise<ObjectStore | WrongTarget> {
  const target = readTarget(text);
  if (target instanceof WrongTarget) return target;
  switch (target.kind) {
    case 'folder':
      return openFolderStore(target.place, target.path);
    case 'bucket':
      return openS3Store(target);
    case 'server':
      return openSshStore(target);
  }
}
