// The comments found to the thread of each article: from the memory when nothing changed, or else from their files.
import { checkCommentFolder } from '../../check/comment-without-article.ts';
import type { Comment, Thread } from '../../comment/comment.ts';
import { articleOfComments } from '../../comment/comment-folder.ts';
import { readComment } from '../../comment/read-comment.ts';
import { type ContentSource, textBytes } from '../../content/content-source.ts';
import { blobId } from '../../hash/blob-id.ts';
import { hashNumber } from '../../hash/hash.ts';
import { problemMessages } from '../../locale/problem-messages.ts';
import type { Checked, Problem } from '../../problem/problem.ts';
import { wholeFile } from '../../problem/whole-file.ts';
import { type ContentIds, threadId } from './content-ids.ts';
import type { ReadingMemory } from './reading-memory.ts';
import type { FoundComments, FoundFiles } from './walk-content.ts';

export interface CommentSettings {
  readonly source: ContentSource;
  readonly timeZone: string;
}

export interface ReadThreads {
  /** By the article's file, `articles/2014/05/port.md`; of those that have comments. */
  readonly threads: ReadonlyMap<string, Thread>;
  /** Of comments that were left out, and of folders of which every comment was. */
  readonly problems: readonly Problem[];
}

/**
 * Reads the threads that changed since the memory (all, without one) and tells the memory. A thread that the memory knows
 * has its hash at once, and its comments when they are asked for.
 */
export function readThreads(
  found: Pick<FoundFiles, 'comments'>,
  /** Whether there is an article of a file. */
  isArticle: (file: string) => boolean,
  settings: CommentSettings,
  memory: ReadingMemory | null,
  ids: ContentIds,
): ReadThreads {
  const threads = new Map<string, Thread>();
  const problems: Problem[] = [];
  let remembered = 0;
  for (const thread of found.comments) {
    const article = articleOfComments(thread.folder);
    const known = memory?.threads.get(article);
    const isExpected = isArticle(article);
    if (known && isExpected) {
      remembered++;
      if (known.id !== '' && ids.isStill(thread.folder, thread.mark, known.id)) {
        threads.set(article, rememberedThread(article, known.hash, memory!));
        continue;
      }
    }
    const read = readThread(thread, settings);
    problems.push(...read.problems);
    const misplaced = checkCommentFolder(thread.folder, article, { has: isArticle });
    if (misplaced !== null) {
      problems.push(misplaced);
      continue;
    }
    const { comments, hash } = read;
    // A faulty thread is to be read, and its problems to be named, at every build.
    const id = read.problems.length > 0 ? '' : read.id;
    if (memory && (known?.id !== id || known.hash !== hash))
      memory.putThread(article, { id, hash }, comments);
    if (id !== '') ids.learn(thread.folder, thread.mark, id);
    // The comments of a whole archive would not fit here.
    if (comments.length > 0)
      threads.set(article, memory ? rememberedThread(article, hash, memory) : { comments, hash });
  }
  if (memory && remembered < memory.threads.size) forgetGone(memory, found.comments, isArticle);
  return { threads, problems };
}

/** The files that are about to be read: those of all threads that are not as the memory knows them. */
export function* filesOfUnknown(
  threads: readonly FoundComments[],
  memory: ReadingMemory | null,
  ids: ContentIds,
): Generator<string, void> {
  for (const { folder, names, mark } of threads) {
    const known = memory?.threads.get(articleOfComments(folder));
    if (known && known.id !== '' && ids.isStill(folder, mark, known.id)) continue;
    for (const name of names) yield `${folder}/${name}`;
  }
}

function rememberedThread(article: string, hash: number, memory: ReadingMemory): Thread {
  return {
    hash,
    get comments() {
      return memory.comments(article);
    },
  };
}

/** The faultless comments of one article, with their hash, and the problems of the others. */
function readThread(
  { folder, names }: FoundComments,
  settings: CommentSettings,
): Thread & { readonly problems: readonly Problem[]; readonly id: string } {
  const comments: Comment[] = [];
  const problems: Problem[] = [];
  const ids: string[] = [];
  for (const name of names) {
    const { read, id } = readCommentFile(`${folder}/${name}`, settings);
    ids.push(id);
    if (read.ok) comments.push(read.value);
    else problems.push(...read.problems);
  }
  // By date; the sort is stable, so that those of one instant stay in the order of their names.
  comments.sort((a, b) => a.date - b.date);
  return { comments, hash: hashNumber(JSON.stringify(comments)), problems, id: threadId(names, ids) };
}

function readCommentFile(
  file: string,
  { source, timeZone }: CommentSettings,
): { readonly read: Checked<Comment>; readonly id: string } {
  let bytes: Buffer;
  try {
    bytes = textBytes(source, file);
  } catch {
    // No right to read it, or gone since the walk.
    const message = problemMessages.unreadableFile();
    return { read: { ok: false, problems: [wholeFile(file, 'unreadable-file', message)] }, id: '' };
  }
  return { read: readComment(file, bytes, timeZone), id: blobId(bytes, source.algorithm) };
}

function forgetGone(
  memory: ReadingMemory,
  found: readonly FoundComments[],
  isArticle: (file: string) => boolean,
): void {
  const kept = new Set(found.map(({ folder }) => articleOfComments(folder)));
  for (const [article] of [...memory.threads.all()])
    if (!kept.has(article) || !isArticle(article)) memory.dropThread(article);
}
