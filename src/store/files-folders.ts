// The folders of a store of files: made where they are missing, found again where somebody removed them, and never behind a link.
import { storeWords } from '../locale/store-words.ts';
import type { FileAccess, Outcome } from './file-access.ts';
import { StoreError } from './object-store.ts';

/** Folders are made and removed by others meanwhile: so many times in turn would be no accident. */
const TRIES = 20;

export interface FilesFolders {
  /** Whether no link is on the way to an object: what is behind one is not of this place. */
  isWithin(key: string): Promise<boolean>;
  /** Makes the folder of an object, then does what needs it; once more when somebody removed it meanwhile, as it was empty. */
  inFolder(key: string, action: () => Promise<Outcome>): Promise<Outcome>;
  /** Removes the folders above an object that are left empty. */
  removeAbove(key: string): Promise<void>;
}

export function filesFolders(place: string, access: FileAccess): FilesFolders {
  /** Known to be no links; whether each was made here, or found. */
  const folders = new Map<string, 'made' | 'found'>();

  /** Makes what is missing of a folder; gives false when something else stands in its way. */
  const makeFolders = async (folder: string): Promise<boolean> => {
    for (let tries = 0; tries < TRIES && !folders.has(folder); tries += 1) {
      // What stands above it may have been removed since the last try.
      if (folder !== '' && !(await makeFolders(folderOf(folder)))) return false;
      // Where the folder above was made just now there is nothing yet: a site that begins has thousands of folders, and a look costs as much as to make one.
      const isNew = tries === 0 && folders.get(folderOf(folder)) === 'made';
      const kind = isNew ? undefined : (await access.look(folder))?.kind;
      if (kind === 'folder') folders.set(folder, 'found');
      else if (kind) break;
      else if ((await makeFolder(folder)) === 'done') folders.set(folder, 'made');
    }
    if (folder === '' && !folders.has(folder))
      throw new StoreError('no-place', place, storeWords.details.rootInTheWay);
    return folders.has(folder);
  };

  /** What stands above it is its owner's to make: a place that was misspelled would be made as well. */
  const makeFolder = async (folder: string): Promise<Outcome> => {
    const made = await access.makeFolder(folder);
    if (made === 'no-folder' && folder === '')
      throw new StoreError('no-place', place, storeWords.details.noParent);
    if (made === 'no-folder') folders.clear();
    return made;
  };

  const isWithin: FilesFolders['isWithin'] = async key => {
    const above: string[] = [];
    for (let folder = folderOf(key); folder !== ''; folder = folderOf(folder)) above.push(folder);
    for (const folder of above.reverse()) {
      if (folders.has(folder)) continue;
      if ((await access.look(folder))?.kind !== 'folder') return false;
      folders.set(folder, 'found');
    }
    return true;
  };

  const inFolder: FilesFolders['inFolder'] = async (key, action) => {
    for (let tries = 0; tries < TRIES; tries += 1) {
      if (!(await makeFolders(folderOf(key))))
        throw new StoreError('other', place, storeWords.details.fileInTheWay(key));
      const outcome = await action();
      if (outcome !== 'no-folder') return outcome;
      folders.clear();
    }
    return 'no-folder';
  };

  const removeAbove: FilesFolders['removeAbove'] = async key => {
    for (let folder = folderOf(key); folder !== ''; folder = folderOf(folder)) {
      if (!(await access.removeFolder(folder))) break;
      folders.delete(folder);
    }
  };

  return { isWithin, inFolder, removeAbove };
}

/** '' is the place itself. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}
