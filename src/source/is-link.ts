// A path to whether a symbolic link (on Windows, a junction) stands there, wherever that leads.
import { lstatSync } from 'node:fs';

/** False as well where nothing stands. */
export function isLink(path: string): boolean {
  try {
    return lstatSync(path).isSymbolicLink();
  } catch {
    return false;
  }
}
