// The folders of content and data to everything an edition is made from, or to all problems of all files at once.
import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { locateInFrontMatter } from '../article/locate-in-front-matter.ts';
import type { References } from '../article/read-references.ts';
import type { Thread } from '../comment/comment.ts';
import { checkReferences, type EntryProblem } from '../edition/check-references.ts';
import type { Entry } from '../edition/entry.ts';
import { checkArticleAddresses } from '../pages/check-addresses.ts';
import { type Checked, compareProblems, type Problem } from '../problem/problem.ts';
import { type EditorialPage, readEditorialPages } from '../site/read-editorial-pages.ts';
import { readSite } from '../site/read-site.ts';
import type { Site } from '../site/site.ts';
import type { Memory } from './memory.ts';
import { type ReadJob, type ReadResult, readArticleFile } from './read-articles.ts';
import { readThreads } from './read-comments.ts';
import type { FoundFiles } from './walk-content.ts';
import type { WorkerPool } from './worker-pool.ts';

export interface ContentFolders {
  /** Holds `articles/`, `comments/` and `pages/`. */
  readonly contentDir: string;
  readonly dataDir: string;
}

export interface Content {
  readonly site: Site;
  readonly editorialPages: readonly EditorialPage[];
  /** Of every faultless article, published or not. */
  readonly entries: readonly Entry[];
  /** Of the articles that have comments, by file: `articles/2014/05/port.md`. */
  readonly threads: ReadonlyMap<string, Thread>;
  /** What is wrong with files that were left out. */
  readonly problems: readonly Problem[];
}

/** Fewer files than this are read sooner here than by threads that have to start first. */
const WORTH_THREADS = 400;

/** The site's data, read before all else: without it no article can be read. */
export function readSiteData({ dataDir }: ContentFolders): Checked<Site> {
  const site = readSite(dataDir);
  return site.ok ? site : { ok: false, problems: site.problems.map(problem => shown(problem, dataDir)) };
}

/**
 * Reads what changed among the files found since the memory (all, without one), tells the memory, and checks everything together.
 * Faulty files are in `problems` and nowhere else.
 */
export async function readContent(
  site: Site,
  { contentDir }: ContentFolders,
  walking: FoundFiles | Promise<FoundFiles>,
  memory: Memory | null,
  pool: WorkerPool,
  onProgress: (done: number, total: number) => void,
): Promise<Content> {
  const found = await walking;
  const problems: Problem[] = [...found.problems];
  const entries: Entry[] = [];
  const faulty: References[] = [];
  const jobs: ReadJob[] = [];
  const stampOf = new Map<string, string>();
  let remembered = 0;
  found.files.forEach((file, index) => {
    const stamp = found.stamps[index]!;
    const known = memory?.articles.get(file);
    if (known) remembered++;
    if (known && stamp !== '' && stamp === known.stamp) entries.push(known.entry);
    else {
      jobs.push({ file, knownHash: known?.sourceHash ?? null });
      stampOf.set(file, stamp);
    }
  });
  if (memory && remembered < memory.articles.size) forgetGone(memory, new Set(found.files));

  let done = 0;
  const take = (result: ReadResult): void => {
    const { file } = result;
    const stamp = stampOf.get(file)!;
    if (result.outcome === 'same') {
      const known = memory!.articles.get(file)!;
      entries.push(known.entry);
      if (stamp !== known.stamp) memory!.restampArticle(file, stamp);
    } else if (result.outcome === 'read') {
      const { sourceHash, bodyLength, entry } = result;
      entries.push(entry);
      memory?.putArticle(file, { stamp, sourceHash, bodyLength, entry }, result.article);
    } else {
      problems.push(...result.problems);
      if (result.references) faulty.push(result.references);
      if (memory?.articles.has(file)) memory.dropArticle(file);
    }
    onProgress(++done, jobs.length);
  };
  const settings = { contentDir, timeZone: site.timeZone };
  if (jobs.length < WORTH_THREADS) for (const job of jobs) take(readArticleFile(job, settings));
  else await pool.read(jobs, settings, take);

  const threads = readThreads(found, settings, memory);
  problems.push(...threads.problems);

  const editorial = readEditorialPages(contentDir, site);
  problems.push(...editorial.problems);

  const mistakes = [
    ...checkReferences(entries, site),
    ...checkReferences(faulty, site),
    ...checkArticleAddresses(entries),
  ];
  for (const mistake of mistakes) problems.push(located(mistake, contentDir));
  return {
    site,
    editorialPages: editorial.pages,
    entries: withoutFaulty(entries, mistakes),
    threads: threads.threads,
    problems: problems.map(problem => shown(problem, contentDir)).sort(compareProblems),
  };
}

function forgetGone(memory: Memory, files: ReadonlySet<string>): void {
  for (const [file] of [...memory.articles.all()]) if (!files.has(file)) memory.dropArticle(file);
}

/** The entries that no mistake is about. */
export function withoutFaulty(
  entries: readonly Entry[],
  mistakes: readonly EntryProblem[],
): readonly Entry[] {
  if (mistakes.length === 0) return entries;
  const faulty = new Set(mistakes.map(({ entry }) => entry.file));
  return entries.filter(entry => !faulty.has(entry.file));
}

/** A mistake in an entry, at its line in the file. */
export function located({ entry, path, rule, message }: EntryProblem, contentDir: string): Problem {
  const position = locateInFrontMatter(readFileSync(join(contentDir, entry.file)), path);
  return { file: entry.file, ...position, rule, message };
}

/** A problem with its file as the editor would type it, from where the command runs. */
export function shown(problem: Problem, dir: string): Problem {
  return { ...problem, file: relative(process.cwd(), join(dir, problem.file)).replaceAll('\\', '/') };
}
