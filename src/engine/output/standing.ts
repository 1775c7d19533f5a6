// What stands at a path.
import { lstatSync, type Stats } from 'node:fs';

/** Links are not followed; nothing stands below a file. */
export function standing(path: string): Stats | undefined {
  try {
    return lstatSync(path, { throwIfNoEntry: false });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOTDIR') return undefined;
    throw error;
  }
}
