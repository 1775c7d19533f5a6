// The folders of content and data to everything an edition is made from, or to all problems of all files at once.
import { join, relative } from 'node:path';
import { articleAddress } from '../../address/addresses.ts';
import { oldAddressKey } from '../../address/old-address.ts';
import type { FoundMedia } from '../../article/article-media.ts';
import type { References } from '../../article/read-references.ts';
import { once } from '../../cache/once.ts';
import { checkEntries } from '../../check/check-entries.ts';
import type { EntryProblem } from '../../check/entry-problem.ts';
import { checkUnnamedTexts } from '../../check/file-extension.ts';
import type { Thread } from '../../comment/comment.ts';
import type { ContentSource } from '../../content/content-source.ts';
import type { Entry, ReadEntry } from '../../edition/entry.ts';
import {
  type MonthAt,
  type MonthsOfEntries,
  monthOf,
  monthsOfEntries,
} from '../../edition/months-of-entries.ts';
import { withinLength } from '../../problem/cap-problems.ts';
import { type Checked, compareProblems, type Problem } from '../../problem/problem.ts';
import { DATA_PREFIX, dataPictures } from '../../site/data-pictures.ts';
import { problemsInData } from '../../site/locate-in-data.ts';
import { movedFolders } from '../../site/moved-folders.ts';
import {
  type EditorialPage,
  type EditorialPageSource,
  editorialFile,
  editorialFiles,
  readEditorialPages,
} from '../../site/read-editorial-pages.ts';
import {
  findMisnamedData,
  findOtherAddresses,
  readSettings,
  readSite,
  readTimeZone,
  type SiteRules,
  type SiteSettings,
} from '../../site/read-site.ts';
import type { Site } from '../../site/site.ts';
import { findUnfitFurnitureMode } from '../../site/unfit-furniture-mode.ts';
import { calendarDay } from '../../time/calendar-day.ts';
import { type ContentIds, contentIds, sortedShelfId } from './content-ids.ts';
import { problemsWithoutSite } from './content-without-site.ts';
import {
  findUnused,
  lookAtMonths,
  namedFiles,
  namersOf,
  rememberFolders,
  withFiles,
} from './files-of-months.ts';
import { locateMistakes } from './locate-mistakes.ts';
import { type MediaFolders, mediaFolders, stampKey } from './media-folders.ts';
import { type ReadingSettings, type ReadJob, type ReadResult, readArticleFile } from './read-articles.ts';
import { filesOfUnknown, readThreads } from './read-comments.ts';
import { readLinks } from './read-links.ts';
import { findNamed, readMedia } from './read-media.ts';
import type { ReadingMemory } from './reading-memory.ts';
import { shelfOf } from './shelves.ts';
import type { FoundFiles, FoundShelf } from './walk-content.ts';

export interface ContentFolders {
  /** Holds `articles/`, `comments/` and `pages/`. */
  readonly source: ContentSource;
  readonly dataDir: string;
}

/** Reads many articles in other threads, and hands each result over, in any order. */
export type ReadMany = (
  jobs: readonly ReadJob[],
  settings: ReadingSettings,
  onResult: (result: ReadResult) => void,
) => Promise<void>;

export interface ContentSettings extends ContentFolders {
  /** Where facts of photographs are kept by their bytes. */
  readonly cacheDir: string;
  readonly workers: number;
}

export interface Content {
  readonly site: Site;
  readonly editorialPages: readonly EditorialPage[];
  /** Of every faultless article, published or not. */
  readonly entries: MonthsOfEntries;
  /** The files of all other articles. */
  readonly faulty: ReadonlySet<string>;
  /** Of the articles that have comments, by file: `articles/2014/05/port.md`. */
  readonly threads: ReadonlyMap<string, Thread>;
  /**
   * The articles that were read this time, by file, with the addresses of articles to which each links. One that nobody knew before and that links
   * to none is not among them: of a whole archive that is most.
   */
  readonly articleLinks: ReadonlyMap<string, readonly string[]>;
  /** The photographs that `_data` names, as it does. */
  readonly pictures: ReadonlyMap<string, FoundMedia>;
  /** Photographs and recordings that nobody names, below the content folder. */
  readonly unusedMedia: readonly string[];
  /** Photographs that had to be decoded. */
  readonly decoded: number;
  /** What is wrong with files that were left out. */
  readonly problems: readonly Problem[];
  /** What should be mended, and stops no build. */
  readonly warnings: readonly Problem[];
}

/** Fewer files than this are read sooner here than by threads that have to start first. */
const WORTH_THREADS = 400;

/** So many articles are asked of the source together: one process of git brings them, and a partial clone fetches them at once. */
const PORTION = 50_000;

/**
 * The site's data, read before all else. Where there is none to read, the problems of the content, if its folder is given, stand beside those of
 * the data.
 */
export function readSiteData(
  { dataDir, source }: Pick<ContentFolders, 'dataDir'> & Partial<ContentFolders>,
  rules: SiteRules,
): Checked<Site> {
  const hasPage = (slug: string): boolean =>
    source !== undefined && source.kindOf(editorialFile(slug)) !== null;
  const site = readSite(dataDir, rules, hasPage);
  if (site.ok) return site;
  const ofData = site.problems.map(problem => shown(problem, dataDir));
  if (source === undefined) return { ok: false, problems: ofData };
  const timeZone = readTimeZone(dataDir, rules) ?? 'UTC';
  const ofContent = problemsWithoutSite(source, timeZone).map(problem => shown(problem, source.contentDir));
  return { ok: false, problems: [...ofData, ...ofContent].sort(compareProblems) };
}

/** What `_data/site` says, of a portal whose other files may be faulty. */
export function readSiteSettings(dataDir: string, rules: SiteRules): Checked<SiteSettings> {
  const settings = readSettings(dataDir, rules);
  if (settings.ok) return settings;
  return { ok: false, problems: settings.problems.map(problem => shown(problem, dataDir)) };
}

/**
 * Reads what changed among the files found since the memory (all, without one), tells the memory, and checks everything together.
 * Faulty files are in `problems` and nowhere else.
 */
export async function readContent(
  site: Site,
  { source, dataDir, cacheDir, workers }: ContentSettings,
  walking: FoundFiles | Promise<FoundFiles>,
  reserved: ReadonlySet<string>,
  memory: ReadingMemory | null,
  readMany: ReadMany,
  onProgress: (phase: 'read' | 'look', done: number, total: number) => void,
): Promise<Content> {
  const found = await walking;
  const { contentDir } = source;
  const ids = contentIds(source, memory?.stamps ?? null);
  const problems: Problem[] = [...found.problems];
  /** Of those that were read without a memory. */
  const read: ReadEntry[] = [];
  const faulty: References[] = [];
  const isArticleFile = (file: string): boolean => isArticle(file) && file.endsWith('.md');
  // A link in the place of a file, for one.
  const unread = [
    ...found.problems.map(({ file }) => file).filter(isArticleFile),
    ...unreadFolders(found.problems),
    ...articlesBelow(unreadFolders(found.problems), memory),
  ];
  /** To be read, by their place among those found: a first build reads a million. */
  const toRead: number[] = [];
  /** Of those to be read that were read before. */
  const knownIds = new Map<string, string>();
  const articleLinks = new Map<string, readonly string[]>();
  const lookAt = (index: number): void => {
    const file = found.files[index]!;
    const known = memory?.articles.file(file);
    if (known && ids.isStill(file, found.marks[index]!, known.id)) return;
    toRead.push(index);
    if (known) knownIds.set(file, known.id);
  };
  const changedShelves: FoundShelf[] = [];
  const sameShelves: FoundShelf[] = [];
  for (const each of found.shelves) {
    const { shelf, from, to, mark } = each;
    const id = memory?.shelves.get(shelf);
    if (id !== undefined && ids.isStill(shelf, mark, id)) sameShelves.push(each);
    else {
      changedShelves.push(each);
      for (let index = from; index < to; index++) lookAt(index);
    }
  }
  const allFiles = (): readonly string[] => [
    ...found.files,
    ...sameShelves.flatMap(({ shelf, passedOver }) =>
      passedOver > 0 ? [...memory!.articles.filesOn(shelf)] : [],
    ),
  ];
  if (memory) forgetGone(memory, { changed: changedShelves, same: sameShelves }, found.files, allFiles);

  let done = 0;
  const take = (result: ReadResult, mark: string): void => {
    const { file } = result;
    if (result.outcome === 'same') ids.learn(file, mark, result.id);
    else if (result.outcome === 'read') {
      const { id, bodyLength, entry } = result;
      if (result.articleLinks.length > 0 || knownIds.has(file)) articleLinks.set(file, result.articleLinks);
      if (memory) memory.putArticle(file, { id, bodyLength, entry }, result);
      else read.push(entry);
      ids.learn(file, mark, id);
    } else {
      problems.push(...result.problems);
      unread.push(file);
      if (result.references) faulty.push(result.references);
      if (memory?.articles.has(file)) memory.dropArticle(file);
    }
    onProgress('read', ++done, toRead.length);
  };
  const { timeZone, baseUrl, typedFolder } = site;
  const { algorithm } = source;
  const settings: ReadingSettings = { algorithm, timeZone, place: { baseUrl, typedFolder } };
  const readTogether = async (portion: readonly number[], others: Iterable<string>): Promise<void> => {
    const markOf = new Map(portion.map(index => [found.files[index]!, found.marks[index]!]));
    source.prefetch([...markOf.keys(), ...others]);
    const jobs = [...markOf].map(([file, mark]): ReadJob => {
      const knownId = knownIds.get(file) ?? null;
      return { file, bytes: source.placeOf(file), id: ids.idOf(mark), knownId };
    });
    const onResult = (result: ReadResult): void => take(result, markOf.get(result.file)!);
    if (toRead.length < WORTH_THREADS) for (const job of jobs) onResult(readArticleFile(job, settings));
    else await readMany(jobs, settings, onResult);
  };
  // With the first articles, and by themselves where none changed.
  const others = [...filesOfUnknown(found.comments, memory, ids), ...editorialFiles(source)];
  await readTogether(toRead.slice(0, PORTION), others);
  for (let from = PORTION; from < toRead.length; from += PORTION)
    await readTogether(toRead.slice(from, from + PORTION), []);

  if (memory) rememberShelves(changedShelves, found, memory, ids);

  const monthAt = monthIn(timeZone);
  // The files that they name are not looked for yet.
  const entries =
    memory?.articles.months(monthAt) ??
    monthsOfEntries(read as readonly ReadEntry[] as readonly Entry[], monthAt);
  const isThere = articlesThere(found, sameShelves, memory);
  const threads = readThreads(found, isThere, { source, timeZone }, memory, ids);
  problems.push(...threads.problems);

  const editorial = readEditorialPages(source, site, reserved);
  problems.push(...editorial.problems);

  const folders = mediaFolders(found.media, memory, ids);
  const ofData = dataPictures(site);
  const faultyAndPages = namersOf([...faulty, ...editorial.pages]);
  const ofPages = findNamed([...faultyAndPages, ...ofData], folders, source);
  const ofMonths = lookAtMonths(entries, ofPages, folders, source, memory);
  const looked = [...ofMonths.looked.values()];
  const links = readLinks([...looked.flatMap(({ namers }) => namers), ...faultyAndPages], {
    articleOf: file => entries.find(file),
    pages: editorial.pages,
    files: () => [...allFiles(), ...editorial.files],
  });
  const media = await readMedia(
    [...looked, ofPages],
    folders,
    { source, cacheDir, workers, onProgress: (done, total) => onProgress('look', done, total) },
    memory,
    ids,
  );
  const named = namedFiles(ofMonths, ofPages);
  if (memory) rememberFolders(ofMonths, named, ofPages, folders, memory, ids);
  const unused = findUnused(ofMonths, named, folders, memory);
  ids.keepOnly(() => stampedFiles(found, folders), numberOfStamps(found, folders));
  const strayTexts = checkUnnamedTexts(unused);
  problems.push(...strayTexts);
  const isStray = new Set(strayTexts.map(({ file }) => file));

  const isOfData = ({ entry }: EntryProblem): boolean => entry.file.startsWith(DATA_PREFIX);
  const mediaMistakes = media.mistakes.filter(mistake => !isOfData(mistake));
  const mistakes = [...checkEntries(entries, faulty, site), ...mediaMistakes, ...links.mistakes];
  const foundBy = [media.found, links.found];
  for (const problem of locateMistakes(mistakes, source)) problems.push(problem);
  return {
    site,
    editorialPages: withMediaOfPages(withoutFaulty(editorial.pages, mistakes), foundBy),
    entries: withFiles(entries, ofMonths, folders, foundIn(foundBy), mediaMistakes, memory).without(
      mistakes.map(({ entry }) => entry.file),
    ),
    faulty: new Set([...unread, ...mistakes.map(({ entry }) => entry.file).filter(isArticle)]),
    threads: threads.threads,
    articleLinks,
    pictures: new Map(
      ofData.flatMap(({ file }) => media.found.get(file) ?? []).map(picture => [picture.src, picture]),
    ),
    unusedMedia: unused.filter(file => !isStray.has(file)),
    decoded: media.decoded,
    problems: [
      ...problems.map(problem => shown(problem, contentDir)),
      ...dataProblems(media.mistakes.filter(isOfData), dataDir),
    ].sort(compareProblems),
    warnings: [
      ...found.warnings.map(warning => shown(warning, contentDir)),
      ...[...findMisnamedData(dataDir, site), ...findUnfitFurnitureMode(dataDir, site)].map(warning =>
        shown(warning, dataDir),
      ),
      // Without faulty articles their old addresses would be nobody's.
      ...(problems.length > 0 ? [] : otherMostRead(site, entries, editorial.pages, dataDir)),
    ],
  };
}

function dataProblems(mistakes: readonly EntryProblem[], dataDir: string): readonly Problem[] {
  return [...Map.groupBy(mistakes, ({ entry }) => entry.file)].flatMap(([file, ofFile]) =>
    problemsInData(dataDir, file.slice(DATA_PREFIX.length), ofFile).map(problem => shown(problem, dataDir)),
  );
}

/** Addresses that were read, and that are of no article and never were. Not of those that are like an article's: it may have been deleted. */
function otherMostRead(
  site: Site,
  entries: MonthsOfEntries,
  pages: readonly EditorialPageSource[],
  dataDir: string,
): readonly Problem[] {
  const isArticles = (address: string): boolean => articleAddress(address) !== null;
  if (site.mostRead === null || site.mostRead.addresses.every(isArticles)) return [];
  const { presentAddress } = movedFolders(site, pages);
  const keyOf = (address: string): string => oldAddressKey(presentAddress(address) ?? address);
  const renamed = entries.withAliases();
  const old = new Set(renamed.flatMap(({ aliases }) => aliases.map(keyOf)));
  const isOfArticle = (address: string): boolean => isArticles(address) || old.has(keyOf(address));
  return findOtherAddresses(dataDir, site, isOfArticle).map(problem => shown(problem, dataDir));
}

/** Whatever may be remembered with a stamp. */
function* stampedFiles(
  { files, shelves, comments, media }: FoundFiles,
  folders: MediaFolders,
): Generator<string, void> {
  yield* files;
  for (const folder of folders.names) yield stampKey(folder);
  for (const { shelf } of shelves) yield shelf;
  for (const { folder } of comments) yield folder;
  yield* media.files;
}

function numberOfStamps({ files, shelves, comments, media }: FoundFiles, folders: MediaFolders): number {
  return files.length + shelves.length + comments.length + media.files.length + folders.names.length;
}

/** The memory brings what it knows of all of their files: of a large archive not all at once. */
function rememberShelves(
  shelves: readonly FoundShelf[],
  found: FoundFiles,
  memory: ReadingMemory,
  ids: ContentIds,
): void {
  let held = 0;
  for (const shelf of shelves) {
    rememberShelf(shelf, found, memory, ids);
    held += shelf.to - shelf.from;
    if (held < PORTION) continue;
    memory.articles.letGo();
    held = 0;
  }
}

/** So that the next build needs no look at its files, if none is faulty. */
function rememberShelf(
  { shelf, from, to, mark }: FoundShelf,
  found: FoundFiles,
  memory: ReadingMemory,
  ids: ContentIds,
): void {
  const files = found.files.slice(from, to);
  const known = files.map(file => memory.articles.file(file)?.id);
  if (known.includes(undefined)) {
    memory.shelves.drop(shelf);
    return;
  }
  const id = sortedShelfId(files, known as readonly string[]);
  if (memory.shelves.get(shelf) !== id) memory.shelves.put(shelf, id);
  ids.learn(shelf, mark, id);
}

/** What is no longer there: on shelves that are as they were there is nothing of it. */
function forgetGone(
  memory: ReadingMemory,
  shelves: { readonly changed: readonly FoundShelf[]; readonly same: readonly FoundShelf[] },
  found: readonly string[],
  allFiles: () => readonly string[],
): void {
  let count = shelves.same.reduce((sum, { from, to, passedOver }) => sum + to - from + passedOver, 0);
  for (const { shelf, from, to } of shelves.changed) {
    const there = new Set(found.slice(from, to));
    for (const file of [...memory.articles.filesOn(shelf)])
      if (there.has(file)) count++;
      else memory.dropArticle(file);
  }
  // Whole shelves are gone.
  if (count === memory.articles.size) return;
  const there = new Set(allFiles());
  for (const file of [...memory.articles.files()]) if (!there.has(file)) memory.dropArticle(file);
}

/** Whether there is a file of an article, faulty or not: of shelves that are passed over the memory knows. */
function articlesThere(
  { files }: Pick<FoundFiles, 'files'>,
  sameShelves: readonly FoundShelf[],
  memory: ReadingMemory | null,
): (file: string) => boolean {
  const found = once(() => new Set(files));
  const passedOver = new Set(
    sameShelves.filter(({ passedOver }) => passedOver > 0).map(({ shelf }) => shelf),
  );
  return file => {
    if (!passedOver.has(shelfOf(file))) return found().has(file);
    // A thread is only remembered with its article.
    return memory!.threads.has(file) || memory!.articles.has(file);
  };
}

/** Folders below `articles/` into which nobody could look, or in whose place there is a link. */
function unreadFolders(problems: readonly Problem[]): readonly string[] {
  return problems
    .filter(({ rule }) => rule === 'unreadable-file' || rule === 'not-a-file')
    .map(({ file }) => file)
    .filter(file => isArticle(file) && !file.endsWith('.md'));
}

/** What is known of articles in these folders: nobody can say that they are no more. */
function articlesBelow(folders: readonly string[], memory: ReadingMemory | null): readonly string[] {
  if (folders.length === 0 || memory === null) return [];
  const known = new Set([...memory.articles.files(), ...memory.kept.files()]);
  return [...known].filter(file => folders.some(folder => file.startsWith(`${folder}/`)));
}

/** By the Markdown files that name them: files, and pages of the site. */
type FoundBy = readonly ReadonlyMap<string, readonly FoundMedia[]>[];

// Made out here: what is made in `readContent` keeps all that was walked over, for as long as anybody keeps it.

/** The month of an instant, where the clocks show this time. */
function monthIn(timeZone: string): MonthAt {
  return instant => monthOf({ day: calendarDay(instant, timeZone) });
}

function foundIn(found: FoundBy): (file: string) => readonly FoundMedia[] {
  return file => foundFor(file, found);
}

function foundFor(file: string, found: FoundBy): readonly FoundMedia[] {
  return found.flatMap(part => part.get(file) ?? []);
}

function withMediaOfPages(pages: readonly EditorialPageSource[], found: FoundBy): readonly EditorialPage[] {
  return pages.map(page => ({ ...page, media: foundFor(page.file, found) }));
}

/** Whether a Markdown file is an article's. */
export function isArticle(file: string): boolean {
  return file.startsWith('articles/');
}

/** The articles or pages that no mistake is about. */
export function withoutFaulty<Source extends { readonly file: string }>(
  sources: readonly Source[],
  mistakes: readonly EntryProblem[],
): readonly Source[] {
  if (mistakes.length === 0) return sources;
  const faulty = new Set(mistakes.map(({ entry }) => entry.file));
  return sources.filter(({ file }) => !faulty.has(file));
}

/** A problem with its file as the editor would type it, from where the command runs, and no more words than one reads. */
export function shown(problem: Problem, dir: string): Problem {
  return { ...problem, file: shownFile(problem.file, dir), message: withinLength(problem.message) };
}

/** A file below `dir` as the editor would type it. */
export function shownFile(file: string, dir: string): string {
  return relative(process.cwd(), join(dir, file)).replaceAll('\\', '/');
}
