// The address of a place, as an owner types it, to the store that is there.
import type { ObjectStore } from './object-store.ts';
import { readTarget, WrongTarget } from './read-target.ts';

/**
 * Nothing is asked of the store yet: whether it answers, its first use tells. Each kind is loaded only where it is used.
 * @param onRetry is told why a request is going to be made again, at stores for which that may help.
 */
export async function openStore(
  text: string,
  onRetry?: (reason: Error) => void,
): Promise<ObjectStore | WrongTarget> {
  const target = readTarget(text);
  if (target instanceof WrongTarget) return target;
  switch (target.kind) {
    case 'folder': {
      const { openFolderStore } = await import('./folder-store.ts');
      return openFolderStore(target.place, target.path);
    }
    case 'bucket': {
      const { openS3Store } = await import('./s3-store.ts');
      return openS3Store(target, undefined, onRetry);
    }
    case 'server': {
      const { openSshStore } = await import('./ssh-store.ts');
      return openSshStore(target);
    }
  }
}
