// A host's limits become the room that is left for rules, while they are counted one after the other.
import type { MovedFolder } from '../site/moved-folders.ts';
import type { HostAbilities } from './host-abilities.ts';
import type { ExactRedirect } from './redirects.ts';
import { exactLine, folderLine } from './rule-lines.ts';

export interface RuleRoom {
  /** Takes all of these rules if all of them fit, and says so; else none. */
  takes(exact: readonly ExactRedirect[], folder: MovedFolder | null): boolean;
}

/** @param siteFolder of the site on its host, or ''. */
export function roomForRules(abilities: HostAbilities, siteFolder: string): RuleRoom {
  let { exact: exactLeft, folders: foldersLeft, rules: rulesLeft, bytes: bytesLeft } = abilities;
  return {
    takes(exact, folder) {
      const folders = folder === null ? 0 : 1;
      const lines = exact.map(each => exactLine(each, siteFolder, abilities));
      if (folder !== null) lines.push(folderLine(folder, siteFolder));
      if (lines.some(line => line.length > abilities.line)) return false;
      const bytes = lines.reduce((sum, line) => sum + line.length + 1, 0);
      if (
        exact.length > exactLeft ||
        folders > foldersLeft ||
        exact.length + folders > rulesLeft ||
        bytes > bytesLeft
      )
        return false;
      exactLeft -= exact.length;
      foldersLeft -= folders;
      rulesLeft -= exact.length + folders;
      bytesLeft -= bytes;
      return true;
    },
  };
}
