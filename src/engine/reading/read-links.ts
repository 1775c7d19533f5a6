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
  readonly articleOf: (file: string) => Pick<ReadEntry, 'section' | 'day' | 'slug'> | undefined;
  readonly pages: readonly { readonly file: string; readonly slug: string }[];
  /** Of all articles and pages, faulty ones included. */
  readonly files: () => readonly string[];
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
  const files = targets.files();
  const faulty = new Set(files.filter(file => wanted.has(file)));
  const found = new Map<string, FoundMedia[]>();
  const mistakes: EntryProblem[] = [];
  const hintFor = hints(files);
  for (const { from, reference, file } of links) {
    const url = urls.get(file);
    // What is wrong with the other file is said there.
    if (url === undefined && faulty.has(file)) continue;
    if (url === undefined) mistakes.push(missing(from, reference.src, hintFor(from, file)));
    else {
      const page: FoundMedia = { ...reference, file, facts: { kind: 'page', url } };
      const ofSource = found.get(from);
      if (ofSource) ofSource.push(page);
      else found.set(from, [page]);
    }
  }
  return { found, mistakes };
}

/**
 * `../05/autre.md` goes out from the file that links; with a leading `/`, which some programs write, from the repository's root, or from
 * the content folder. Windows writes backslashes.
 */
export function fileMeant(from: string, src: string): string {
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

function urlsOf(wanted: ReadonlySet<string>, { articleOf, pages }: LinkTargets): ReadonlyMap<string, string> {
  return new Map([
    ...[...wanted].flatMap(file => {
      const article = articleOf(file);
      return article ? [[file, articleUrl(article)] as const] : [];
    }),
    ...pages
      .filter(({ file }) => wanted.has(file))
      .map(({ file, slug }) => [file, editorialUrl(slug)] as const),
  ]);
}

/** Names with which a missing one is compared: with all of an archive, many mistakes would take minutes. */
const MOST_COMPARED = 1000;

/** Gives the end of a message about a `file` that is missing where `from` links to it. */
function hints(files: readonly string[]): (from: string, file: string) => string {
  // Most links are right, and ask for none.
  let known: { readonly byName: Map<string, string[]>; readonly byFolder: Map<string, string[]> } | undefined;
  return (from, file) => {
    known ??= {
      byName: Map.groupBy(files, other => posix.basename(other).toLowerCase()),
      byFolder: Map.groupBy(files, other => posix.dirname(other)),
    };
    const elsewhere = known.byName.get(posix.basename(file).toLowerCase())?.[0];
    if (elsewhere !== undefined) return problemMessages.didYouMean(pathFrom(from, elsewhere));
    const folders = new Set([posix.dirname(file), posix.dirname(from)]);
    const near = [...folders].flatMap(folder => known!.byFolder.get(folder) ?? []).slice(0, MOST_COMPARED);
    return closestHints(near.map(other => pathFrom(from, other)))(pathFrom(from, file));
  };
}

function missing(from: string, src: string, hint: string): EntryProblem {
  const message = problemMessages.unknownMarkdown(printableName(decoded(src)), hint);
  return { entry: { file: from }, path: [], bodyAddress: src, rule: 'unknown-markdown', message };
}

function pathFrom(from: string, file: string): string {
  return posix.relative(posix.dirname(from), file);
}
