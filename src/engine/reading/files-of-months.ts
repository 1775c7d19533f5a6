// Months of articles to those whose files have to be looked for: they changed, or something did in the folders where they look. All others show what they showed.
import type { FoundMedia } from '../../article/article-media.ts';
import type { EntryProblem } from '../../check/entry-problem.ts';
import type { ContentSource } from '../../content/content-source.ts';
import type { Entry, ReadEntry } from '../../edition/entry.ts';
import {
  knownMonth,
  type MonthOfEntries,
  type MonthsOfEntries,
  monthWith,
} from '../../edition/months-of-entries.ts';
import { findMedia } from '../../media/find-media.ts';
import type { ContentIds } from './content-ids.ts';
import { withMedia } from './entries-with-media.ts';
import { folderOfFile, type MediaFolders, nameOf, rememberFolder } from './media-folders.ts';
import { findNamed, type MediaNamer, type NamedMedia } from './read-media.ts';
import type { MonthWithFiles, ReadingMemory } from './reading-memory.ts';

export interface FilesOfMonths {
  /** Of the months that were looked at, by month. */
  readonly looked: ReadonlyMap<string, LookedAtMonth>;
  /** The folders in which it is to be found out again who names what. */
  readonly folders: ReadonlySet<string>;
}

/** What its articles name. */
interface LookedAtMonth extends NamedMedia {
  readonly namers: readonly MediaNamer[];
}

/** Articles and pages that name files, but for none. */
export function namersOf(sources: readonly Pick<ReadEntry, 'file' | 'media'>[]): readonly MediaNamer[] {
  return sources
    .filter(({ media }) => media.length > 0)
    .map(({ file, media }) => ({ file, references: media }));
}

/** @param ofPages what pages, data and faulty articles name. Without a memory all months are looked at. */
export function lookAtMonths(
  entries: MonthsOfEntries,
  ofPages: NamedMedia,
  folders: MediaFolders,
  source: ContentSource,
  memory: Pick<ReadingMemory, 'monthsWithFiles' | 'foldersOfFiles'> | null,
): FilesOfMonths {
  const looked = new Map<string, LookedAtMonth>();
  const lookAt = ({ month, entries }: MonthOfEntries): LookedAtMonth => {
    const namers = namersOf(entries);
    const named = { namers, ...findNamed(namers, folders, source) };
    looked.set(month, named);
    return named;
  };
  const months = entries.months.filter(({ summary }) => summary.media > 0);
  if (memory === null) {
    for (const month of months) lookAt(month);
    return { looked, folders: new Set(folders.names) };
  }
  const touched = changedFolders(folders, ofPages, memory);
  const touch = (others: Iterable<string>): void => {
    for (const folder of others) touched.add(folder);
  };
  const same: MonthOfEntries[] = [];
  const there = new Set<string>();
  for (const month of months) {
    there.add(month.month);
    const known = memory.monthsWithFiles.get(month.month);
    const isSame = known?.content === month.summary.content && known.folders.every(folders.isSame);
    if (isSame && known.summary !== null) same.push(month);
    else {
      const { folders } = lookAt(month);
      // It names what it named.
      if (isSame) continue;
      touch(known?.folders ?? []);
      touch(folders);
    }
  }
  for (const [month, known] of [...memory.monthsWithFiles.all()]) {
    if (there.has(month)) continue;
    touch(known.folders);
    memory.monthsWithFiles.drop(month);
  }
  for (const month of same)
    if (memory.monthsWithFiles.get(month.month)!.folders.some(folder => touched.has(folder))) lookAt(month);
  return { looked, folders: touched };
}

/** Those that are not as they were, and those of which pages name others. */
function changedFolders(
  folders: MediaFolders,
  ofPages: NamedMedia,
  memory: Pick<ReadingMemory, 'foldersOfFiles'>,
): Set<string> {
  const named = Map.groupBy(new Set(ofPages.named.map(({ file }) => file)), folderOfFile);
  const changed = new Set<string>();
  for (const folder of folders.names) if (!folders.isSame(folder)) changed.add(folder);
  for (const [folder, { ofPages }] of memory.foldersOfFiles.all()) {
    const now = named.get(folder) ?? [];
    named.delete(folder);
    const before = new Set(ofPages);
    const isAsBefore = now.length === before.size && now.every(file => before.has(nameOf(file)));
    if (!isAsBefore || !folders.isSame(folder)) changed.add(folder);
  }
  for (const folder of named.keys()) changed.add(folder);
  return changed;
}

/** The files that pages name, and articles of the months that were looked at. */
export function namedFiles({ looked }: FilesOfMonths, ofPages: NamedMedia): ReadonlySet<string> {
  const named = new Set<string>();
  for (const part of [...looked.values(), ofPages]) for (const { file } of part.named) named.add(file);
  return named;
}

/** Files that nobody names, in order. */
export function findUnused(
  { folders: touched }: FilesOfMonths,
  named: ReadonlySet<string>,
  folders: MediaFolders,
  memory: Pick<ReadingMemory, 'foldersOfFiles'> | null,
): readonly string[] {
  return folders.names
    .flatMap(folder => {
      const files = folders.filesIn(folder);
      if (touched.has(folder)) return files.filter(file => !named.has(file));
      const unused = new Set(memory?.foldersOfFiles.get(folder)?.unused);
      return unused.size === 0 ? [] : files.filter(file => unused.has(nameOf(file)));
    })
    .sort();
}

/** Tells the memory of the folders in which it was found out who names what, once their files have been read. */
export function rememberFolders(
  { folders: touched }: FilesOfMonths,
  named: ReadonlySet<string>,
  ofPages: NamedMedia,
  folders: MediaFolders,
  memory: ReadingMemory,
  ids: ContentIds,
): void {
  const byPages = new Set(ofPages.named.map(({ file }) => file));
  for (const folder of touched) rememberFolder(folder, named, byPages, folders, memory, ids);
}

/**
 * The articles with the files that they name; those of months that were not looked at when somebody asks for one.
 * @param foundFor what was found for a Markdown file.
 * @param mistakes of the articles of which a file was not found.
 */
export function withFiles(
  entries: MonthsOfEntries,
  { looked }: FilesOfMonths,
  folders: MediaFolders,
  foundFor: (file: string) => readonly FoundMedia[],
  mistakes: readonly EntryProblem[],
  memory: Pick<ReadingMemory, 'monthsWithFiles' | 'media'> | null,
): MonthsOfEntries {
  if (!entries.months.some(({ summary }) => summary.media > 0)) return entries;
  const mistaken = new Set(mistakes.map(({ entry }) => entry.file));
  const asBefore = foundAgain(folders, memory);
  return entries.withMonths(
    entries.months.map(month => {
      if (month.summary.media === 0) return month;
      const ofMonth = looked.get(month.month);
      if (ofMonth === undefined)
        return knownMonth(
          month.month,
          memory!.monthsWithFiles.get(month.month)!.summary!,
          {
            all: () => month.entries.map(asBefore),
            ofDossier: slug => month.ofDossier(slug).map(asBefore),
          },
          month.holders,
        );
      const found = monthWith(
        month.month,
        month.entries.map(entry => withMedia(entry, foundFor(entry.file))),
        entries.monthAt,
      )!;
      if (memory !== null) rememberMonth(month, found, ofMonth, mistaken, memory);
      return found;
    }),
  );
}

/** What an article of a month names that was not looked at: all of it is where it was. */
function foundAgain(
  { index }: MediaFolders,
  memory: Pick<ReadingMemory, 'media'> | null,
): (entry: Entry) => Entry {
  return entry => {
    if (entry.media.length === 0) return entry;
    const found = entry.media.map((reference): FoundMedia => {
      const search = findMedia(index, entry.file, reference.src);
      const file = search.ok ? search.file : reference.src;
      return { ...reference, file, facts: memory!.media.factsOf(file) };
    });
    return withMedia(entry, found);
  };
}

function rememberMonth(
  { month, summary: { content, toFiles } }: MonthOfEntries,
  { summary }: MonthOfEntries,
  { namers, folders }: LookedAtMonth,
  mistaken: ReadonlySet<string>,
  memory: Pick<ReadingMemory, 'monthsWithFiles'>,
): void {
  // An article may get another address, and whoever links to its file shows it.
  const isAllFound = toFiles === 0 && namers.every(({ file }) => !mistaken.has(file));
  const row: MonthWithFiles = {
    folders: [...folders].sort(),
    content,
    summary: isAllFound ? summary : null,
  };
  if (JSON.stringify(memory.monthsWithFiles.get(month)) !== JSON.stringify(row))
    memory.monthsWithFiles.put(month, row);
}
