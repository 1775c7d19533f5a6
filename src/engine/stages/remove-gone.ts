// What the edition no longer has, removed once nothing that was published leads there; what is not ours stays.
import { outputPath, urlOf } from '../../address/addresses.ts';
import { folderOf } from '../output/output.ts';
import { FOREIGN_NOTE } from '../plan/owned-files.ts';
import type { Announced } from './announce.ts';
import { pageUrls } from './announce.ts';
import type { Edited } from './edit.ts';
import type { LookedAt } from './look-at-output.ts';
import type { OpenMemory } from './open-memory.ts';
import type { Planned } from './plan.ts';
import type { PutFixedPages } from './put-fixed-pages.ts';
import type { FromEleventy } from './render-fixed-pages.ts';

export interface RemovedGone {
  /** What stands in the output and is not ours, as far as was ever looked. */
  readonly foreign: readonly string[];
  /** What of it was not named by an earlier build. */
  readonly newForeign: readonly string[];
}

export function removeGone(
  known: OpenMemory & LookedAt & Edited & Planned & Announced & FromEleventy & PutFixedPages,
): RemovedGone {
  const { memory, output, publication, list, listed, gone, staying, ownersPages, stale } = known;
  const isOwners = new Set(ownersPages);
  const isOurs = (url: string): boolean => {
    // The memory speaks of this very output.
    if (listed === null) return true;
    // A publication that was cut off may have put it, and never wrote its list.
    if (publication !== null && memory.suspects.has(url)) return true;
    if (list.identity !== null || listed.files.has(url)) return listed.files.has(url);
    const bytesHash = memory.pages.get(url)?.bytesHash ?? memory.images.get(url) ?? null;
    return bytesHash !== null && output.holds(url, bytesHash);
  };
  for (const url of [...gone, ...stale]) {
    if (isOwners.has(url)) continue;
    if (isOurs(url)) output.remove(url);
    memory.pages.drop(url);
    memory.images.drop(url);
  }
  for (const url of staying.keys()) {
    memory.pages.drop(url);
    memory.images.drop(url);
  }
  if (listed === null) return withKnownForeign(known, known.foundForeign);
  // Nobody but this build has put anything into a folder that was empty.
  return withKnownForeign(known, output.isFilledAtOnce ? [] : lookThrough(known, listed));
}

function withKnownForeign(
  { memory, listed, changedFolders }: Parameters<typeof removeGone>[0],
  found: readonly string[],
): RemovedGone {
  const before = JSON.parse(memory.getNote(FOREIGN_NOTE) ?? '[]') as readonly string[];
  const looked = new Set(changedFolders);
  const isLooked = (path: string): boolean =>
    listed !== null || looked.has(folderOf(path.replace(/\/$/, '')));
  return {
    foreign: [...before.filter(path => !isLooked(path)), ...found],
    newForeign: found.filter(path => !before.includes(path)),
  };
}

/** The whole output against what is ours of it. */
function lookThrough(
  { output, context, plan, files, staying, complete, ownersPages }: Parameters<typeof removeGone>[0],
  listed: NonNullable<LookedAt['listed']>,
): readonly string[] {
  const ours = new Set<string>();
  const add = (urls: Iterable<string>): void => {
    for (const url of urls) {
      const path = outputPath(url);
      ours.add(path);
      for (let above = folderOf(path); above !== '' && !ours.has(`${above}/`); above = folderOf(above))
        ours.add(`${above}/`);
    }
  };
  add(pageUrls(context, plan));
  add(files.map(({ url }) => url));
  add(plan.files.all());
  add(ownersPages);
  add(staying.keys());
  if (listed.everything && complete) {
    for (const path of output.paths()) if (!ours.has(path)) output.remove(urlOf(path));
    return [];
  }
  add(listed.files.keys());
  return output.foreign(ours);
}
