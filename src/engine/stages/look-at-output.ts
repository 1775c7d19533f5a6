// The output against the memory: whether the one still speaks of the other, and what somebody else changed meanwhile.
import { outputPath } from '../../address/addresses.ts';
import { type BuildStart, memoryFolder } from '../build-options.ts';
import type { Memory } from '../memory/memory.ts';
import { type FoldersLook, lookAtFolders } from '../output/folder-stamps.ts';
import { folderOf, type Output } from '../output/output.ts';
import { type Listed, readListed, readOutgoing, readSiteList, type SiteList } from '../output/site-list.ts';
import { FOLDERS_NOTE, OUTPUT_NOTE } from '../plan/owned-files.ts';
import type { Publication } from '../publication.ts';
import type { OpenMemory } from './open-memory.ts';

export interface LookedAt {
  /** Whether the output is the one that the memory speaks of, but for those files of which it has doubts now. */
  readonly sameOutput: boolean;
  /** Whether nothing is known of what the output holds. */
  readonly unknownOutput: boolean;
  /** What the output says of itself. */
  readonly list: SiteList;
  /** All that it says that it holds; null: it is known without. */
  readonly listed: Listed | null;
  /** Folders that somebody else changed. */
  readonly changedFolders: readonly string[];
  /** What is not ours in these. */
  readonly foundForeign: readonly string[];
}

export async function lookAtOutput({
  options,
  memory,
  output,
  publication,
}: BuildStart & OpenMemory): Promise<LookedAt> {
  const list = readSiteList(output);
  const look = publication === null ? await lookOf(options) : null;
  const isRemembered =
    publication === null ? isAsRemembered(memory, list, look) : isAsPublished(memory, list, publication);
  const sameOutput = !options.verify && !output.isFilledAtOnce && isRemembered;
  const unknownOutput = memory.knowsNothingOnDisk || !sameOutput;
  const listed = unknownOutput ? readListed(output, list) : null;
  if (listed !== null) await output.lookThrough(listed.files);
  const changedFolders = (sameOutput && look?.changed) || [];
  const foundForeign = changedFolders.length > 0 ? lookInto(changedFolders, memory, output) : [];
  return { sameOutput, unknownOutput, list, listed, changedFolders, foundForeign };
}

function lookOf(options: BuildStart['options']): Promise<FoldersLook | null> | FoldersLook | null {
  const place = { cacheDir: memoryFolder(options), outputDir: options.outputDir };
  return options.look ? options.look() : lookAtFolders(place);
}

/** Of a publication that was cut off, all that differs is suspect. */
function isAsPublished(memory: Memory, { identity }: SiteList, { lock, preview }: Publication): boolean {
  const published = memory.getNote(OUTPUT_NOTE);
  if (published === null) return false;
  // A preview changes nothing of what is published, whoever publishes meanwhile.
  return preview !== null || identity === published || (identity !== null && lock.suspects.length > 0);
}

function isAsRemembered(memory: Memory, { identity }: SiteList, look: FoldersLook | null): boolean {
  return (
    identity !== null &&
    memory.getNote(OUTPUT_NOTE) === identity &&
    look !== null &&
    memory.getNote(FOLDERS_NOTE) === look.key &&
    // Another folder in its place, or a copy: it is looked through as a whole.
    look.changed.length * 2 <= look.size
  );
}

/** Lets the memory doubt the files that are not as remembered, and gives what is not ours. */
function lookInto(folders: readonly string[], memory: Memory, output: Output): readonly string[] {
  const changed = new Set(folders);
  const ours = new Set<string>();
  const doubted: string[] = [];
  const isOurs = (path: string): void => {
    if (changed.has(folderOf(path))) ours.add(path);
    for (let above = folderOf(path); above !== ''; above = folderOf(above))
      if (changed.has(folderOf(above))) ours.add(`${above}/`);
  };
  const look = (url: string, bytesHash: string | null): void => {
    const path = outputPath(url);
    isOurs(path);
    if (ours.has(path) && (bytesHash === null || !output.holds(url, bytesHash))) doubted.push(url);
  };
  for (const [url, { bytesHash }] of memory.pages.all()) look(url, bytesHash);
  for (const [url, bytesHash] of memory.images.all()) look(url, bytesHash);
  for (const url of readOutgoing(output).keys()) isOurs(outputPath(url));
  memory.doubt(doubted);
  return output.foreign(ours, folders);
}
