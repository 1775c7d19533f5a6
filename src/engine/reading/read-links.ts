// The Markdown files to which texts link, as editors' programs write it, to the addresses of their pages, and each mistake where a text links.
import { posix } from 'node:path';
import { articleUrl, editorialUrl } from '../../address/addresses.ts';
import type { FoundMedia, MediaReference } from '../../article/article-media.ts';
import { closestHints } from '../../check/closest-hints.ts';
import type { EntryProblem } from '../../check/entry-problem.ts';
import type { ReadEntry } from '../../edition/entry.ts';
import { problemMessages } from '../../locale/problem-messages.ts';
import { printableName } from '../../media/printable-name.ts';
import type { MediaNamer } from './read-media.ts';

export interface LinkTargets {
  readonly entries: readonly Pick<ReadEntry, 'file' | 'section' | 'day' | 'slug'>[];
  readonly pages: readonly { readonly file: string; readonly slug: string }[];
  /** Of all articles and pages, faulty ones included. */
  readonly files: readonly string[];
}

export interface ReadLinks {
  /** By the Markdown file that links, in the order of its text. */
  readonly found: ReadonlyMap<string, readonly FoundMedia[]>;
  readonly mistakes: readonly EntryProblem[];
}

interface Link {
  readonly from: string;
  readonly reference: MediaReference;
  /** Below the content folder, whether it exists or not. */
  readonly file: string;
}

/** Few texts link so: all others cost nothing, and these one look through the articles. */
export function readLinks(namers: readonly MediaNamer[], targets: LinkTargets): ReadLinks {
  const links = namers.flatMap(({ file: from, references }) =>
    references
      .filter(({ role }) => role === 'page')
      .map((reference): Link => ({ from, reference, file: fileMeant(from, reference.src) })),
  );
  if (links.length === 0) return { found: new Map(), mistakes: [] };
  const wanted = new Set(links.map(({ file }) => file));
  const urls = urlsOf(wanted, targets);
  const faulty = new Set(targets.files.filter(file => wanted.has(file)));
  const found = new Map<string, FoundMedia[]>();
  const mistakes: EntryProblem[] = [];
  for (const { from, reference, file } of links) {
    const url = urls.get(file);
    // What is wrong with the other file is said there.
    if (url === undefined && faulty.has(file)) continue;
    if (url === undefined) mistakes.push(missing(from, reference.src, file, targets.files));
    else found.set(from, [...(found.get(from) ?? []), { ...reference, file, facts: { kind: 'page', url } }]);
  }
  return { found, mistakes };
}

/**
 * `../05/autre.md` goes out from the file that links; with a leading `/`, which some programs write, from the repository's root, or from
 * the content folder. Windows writes backslashes.
 */
function fileMeant(from: string, src: string): string {
  const path = decoded(src).replaceAll('\\', '/').normalize('NFC');
  if (path.startsWith('/')) return posix.normalize(path.slice(1)).replace(/^content\//, '');
  return posix.join(posix.dirname(from), path);
}

function decoded(src: string): string {
  try {
    return decodeURIComponent(src);
  } catch {
    return src;
  }
}

function urlsOf(wanted: ReadonlySet<string>, { entries, pages }: LinkTargets): ReadonlyMap<string, string> {
  return new Map([
    ...entries.filter(({ file }) => wanted.has(file)).map(entry => [entry.file, articleUrl(entry)] as const),
    ...pages
      .filter(({ file }) => wanted.has(file))
      .map(({ file, slug }) => [file, editorialUrl(slug)] as const),
  ]);
}

/** Names with which a missing one is compared: with all of an archive, many mistakes would take minutes. */
const MOST_COMPARED = 1000;

function missing(from: string, src: string, file: string, files: readonly string[]): EntryProblem {
  const message = problemMessages.unknownMarkdown(printableName(decoded(src)), hintFor(from, file, files));
  return { entry: { file: from }, path: [], bodyAddress: src, rule: 'unknown-markdown', message };
}

/** The same name elsewhere, or else a similar one in the folder that was meant, or around the file that links. */
function hintFor(from: string, file: string, files: readonly string[]): string {
  const name = posix.basename(file).toLowerCase();
  const elsewhere = files.find(other => posix.basename(other).toLowerCase() === name);
  if (elsewhere !== undefined) return problemMessages.didYouMean(pathFrom(from, elsewhere));
  const folders = new Set([posix.dirname(file), posix.dirname(from)]);
  const near = files.filter(other => folders.has(posix.dirname(other))).slice(0, MOST_COMPARED);
  return closestHints(near.map(other => pathFrom(from, other)))(pathFrom(from, file));
}

function pathFrom(from: string, file: string): string {
  return posix.relative(posix.dirname(from), file);
}
