// What pages need of files besides themselves, by the months and lists that name them: who looked at what changed knows which files are new, and which nobody names any more.
import type { DerivedFiles } from '../../pages/derived-files.ts';
import type { Memory } from '../memory/memory.ts';

export interface NeededFiles {
  /** How each comes about that may not be there: those that pages name which changed, or all. */
  readonly sources: DerivedFiles;
  /** How many pages need, each once. */
  readonly size: number;
  /** Whether a page needs the file of an address. */
  has(url: string): boolean;
  /** The addresses of all. */
  all(): Iterable<string>;
  /** Addresses of files that pages needed, and no page does any more. */
  readonly lost: readonly string[];
  /** What the memory is told once they are there. */
  readonly changes: NeedChanges;
}

interface NeedChanges {
  /** The addresses that a group of pages needs, by the group. */
  readonly lists: ReadonlyMap<string, readonly string[]>;
  /** By address, how many groups need it, which were others. */
  readonly counts: ReadonlyMap<string, number>;
}

/** The pages of a month, `2014-05`, of whatever kind; a page of no month, `topic /sujets/climat/`. */
export type Gathered = ReadonlyMap<string, readonly string[]>;

type Known = Pick<Memory, 'needs' | 'images'>;

/**
 * @param gathered what groups need that changed, or all of them; none: the group is no more.
 * @param isAll whether these are all groups.
 */
export function neededFiles(
  { needs, images }: Known,
  gathered: Gathered,
  sources: DerivedFiles,
  isAll: boolean,
): NeededFiles {
  const lists = new Map([...gathered].filter(([group, urls]) => !isSameList(needs.listOf(group), urls)));
  return isAll
    ? needsOfAll({ needs, images }, gathered, sources, lists)
    : needsOfSome({ needs, images }, sources, lists);
}

function needsOfAll(
  { needs, images }: Known,
  gathered: Gathered,
  sources: DerivedFiles,
  lists: Gathered,
): NeededFiles {
  const counts = new Map<string, number>();
  for (const urls of gathered.values()) for (const url of urls) counts.set(url, (counts.get(url) ?? 0) + 1);
  const changed = new Map([...counts].filter(([url, count]) => needs.countOf(url) !== count));
  for (const url of needs.counted()) if (!counts.has(url)) changed.set(url, 0);
  const gone = new Map(lists);
  for (const group of needs.groups()) if (!gathered.has(group)) gone.set(group, []);
  return {
    sources,
    size: counts.size,
    has: url => counts.has(url),
    all: () => counts.keys(),
    lost: [...images.all()].map(([url]) => url).filter(url => !counts.has(url)),
    changes: { lists: gone, counts: changed },
  };
}

/** Of what nobody looked at it is known that whatever stands is needed. */
function needsOfSome({ needs, images }: Known, sources: DerivedFiles, lists: Gathered): NeededFiles {
  const more = new Map<string, number>();
  const count = (url: string, by: number): void => {
    more.set(url, (more.get(url) ?? 0) + by);
  };
  for (const [group, urls] of lists) {
    for (const url of needs.listOf(group)) count(url, -1);
    for (const url of urls) count(url, 1);
  }
  const before = (url: string): number => (images.has(url) ? needs.countOf(url) : 0);
  const counts = new Map<string, number>();
  for (const [url, by] of more) if (by !== 0) counts.set(url, before(url) + by);
  const lost = [...counts].filter(([, now]) => now === 0).map(([url]) => url);
  const added = [...counts.keys()].filter(url => !images.has(url));
  const has = (url: string): boolean => (counts.get(url) ?? before(url)) > 0;
  return {
    sources,
    size: images.size + added.length - lost.length,
    has,
    *all() {
      for (const [url] of images.all()) if (has(url)) yield url;
      yield* added;
    },
    lost,
    changes: { lists, counts },
  };
}

/** Notes that some of the files are only made when a browser asks for them. */
const TO_COME = 'images to come';

/** Whether files may be missing that pages need which did not change. */
export function areFilesInDoubt(memory: Pick<Memory, 'getNote'>, areToCome: boolean): boolean {
  return areToCome || memory.getNote(TO_COME) === '1';
}

/** What the next build has to know, once all files are there, or images `areToCome`. */
export function rememberNeeds(
  memory: Pick<Memory, 'needs' | 'getNote' | 'putNote'>,
  { changes }: NeededFiles,
  areToCome: boolean,
): void {
  for (const [group, urls] of changes.lists) memory.needs.putList(group, urls);
  for (const [url, count] of changes.counts) memory.needs.putCount(url, count);
  const toCome = areToCome ? '1' : '0';
  if ((memory.getNote(TO_COME) ?? '0') !== toCome) memory.putNote(TO_COME, toCome);
}

function isSameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((url, place) => url === b[place]);
}
