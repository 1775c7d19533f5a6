// The content folder in; every article's file, every article's comments and every photograph or recording, with a stamp
// that changes when they do, and what is out of place, out.
import { type Dirent, lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { checkCommentPlace } from '../../check/comment-without-article.ts';
import { checkArticleExtension, checkCommentExtension } from '../../check/file-extension.ts';
import { hashOf } from '../../hash/hash.ts';
import { problemMessages } from '../../locale/problem-messages.ts';
import { isMediaFile } from '../../media/media-kinds.ts';
import type { Problem } from '../../problem/problem.ts';
import { wholeFile } from '../../problem/whole-file.ts';
import { isLink } from '../../source/is-link.ts';
import { isLeftByProgram, isNoContent } from '../../source/left-by-programs.ts';
import { findMisplaced, perhapsArticles } from './find-misplaced.ts';

export interface FoundFiles {
  /** Below the content folder: `articles/2014/05/port.md`. */
  readonly files: readonly string[];
  /** The stamp of each file, at the same place. */
  readonly stamps: readonly string[];
  /** Every folder that holds comments, whether there is an article for it or not. */
  readonly comments: readonly FoundComments[];
  /** Photographs, recordings and what goes with them: beside articles and pages, and all that is under `media/`. */
  readonly media: {
    readonly files: readonly string[];
    readonly stamps: readonly string[];
  };
  readonly problems: readonly Problem[];
  /** What nobody reads where it is. */
  readonly warnings: readonly Problem[];
}

/** The comments of one article. */
export interface FoundComments {
  /** Below the content folder: `comments/2014/05/port`. */
  readonly folder: string;
  /** Of its files, `0001.yaml`, by UTF-16 code units; at least one. */
  readonly names: readonly string[];
  /** A hash of the names and stamps of them all, or '' when one of them may still be changing. */
  readonly stamp: string;
}

/**
 * A file that changed less than this before it was looked at may change again within the same tick of the file system's
 * clock, unseen; its stamp is left empty so that the next build reads it again. (git calls such entries « racily clean ».)
 */
const RACY_NS = 2_000_000_000n;

/** Everything under `articles/`, `comments/` and `media/`, and what is media under `pages/`. Hidden files, editors' back-up copies and files about a folder are passed over. */
export function walkContent(contentDir: string): FoundFiles {
  const files: string[] = [];
  const stamps: string[] = [];
  const threads = new Map<string, Map<string, string>>();
  const media = { files: [] as string[], stamps: [] as string[] };
  const problems: Problem[] = [];
  const warnings = findMisplaced(contentDir);
  const now = BigInt(Date.now()) * 1_000_000n;

  /** null: gone since its folder was read, as if it had never been there. */
  const stampOf = (file: string): string | null => {
    const found = lstatSync(`${contentDir}/${file}`, { bigint: true, throwIfNoEntry: false });
    if (!found) return null;
    const { size, ino, ctimeNs } = found;
    return now - ctimeNs < RACY_NS ? '' : `${size}-${ino}-${ctimeNs}`;
  };
  const takeMedia = (folder: string, name: string): void => {
    const stamp = stampOf(`${folder}/${name}`);
    if (stamp === null) return;
    media.files.push(`${folder}/${name}`);
    media.stamps.push(stamp);
  };
  const takeArticle = (folder: string, name: string): void => {
    const file = `${folder}/${name}`;
    if (name.endsWith('.md')) {
      const stamp = stampOf(file);
      if (stamp === null) return;
      files.push(file);
      stamps.push(stamp);
      return;
    }
    if (isMediaFile(name)) {
      takeMedia(folder, name);
      return;
    }
    const problem = checkArticleExtension(file);
    if (problem !== null) problems.push(problem);
  };
  const takeComment = (folder: string, name: string): void => {
    const file = `${folder}/${name}`;
    const problem = checkCommentExtension(file) ?? checkCommentPlace(file);
    if (problem !== null) {
      problems.push(problem);
      return;
    }
    const stamp = stampOf(file);
    if (stamp === null) return;
    const thread = threads.get(folder);
    if (thread) thread.set(name, stamp);
    else threads.set(folder, new Map([[name, stamp]]));
  };
  walkFolder(contentDir, 'articles', problems, takeArticle);
  walkFolder(contentDir, 'comments', problems, takeComment);
  walkFolder(contentDir, 'media', problems, takeMedia);
  // Whatever else is wrong there, the reading of pages names.
  walkFolder(contentDir, 'pages', [], (folder, name) => {
    if (isMediaFile(name)) takeMedia(folder, name);
  });
  return { files, stamps, comments: [...threads].map(foundComments), media, problems, warnings };
}

function foundComments([folder, thread]: readonly [string, ReadonlyMap<string, string>]): FoundComments {
  const names = [...thread.keys()].sort();
  const stamps = names.map(name => thread.get(name)!);
  // No name holds a slash. Hundreds of comments have a stamp that is no longer than one's.
  const stamp = stamps.includes('') ? '' : hashOf([...names, ...stamps].join('/'));
  return { folder, names, stamp };
}

/**
 * Calls `take` with the folder and the name of every ordinary file below `root`. No link is followed, `root` itself included: it
 * could lead out of the repository, and another machine would make another site.
 */
function walkFolder(
  contentDir: string,
  root: string,
  problems: Problem[],
  take: (folder: string, name: string) => void,
): void {
  const itemsOf = (folder: string): readonly Dirent[] => {
    try {
      return readdirSync(join(contentDir, folder), { withFileTypes: true });
    } catch (error) {
      const { code = '' } = error as NodeJS.ErrnoException;
      // A site need not have comments, nor photographs.
      if (folder !== 'articles' && !folder.includes('/') && code === 'ENOENT') return [];
      const missing = folder === 'articles' && ['ENOENT', 'ENOTDIR'].includes(code);
      const problem = missing
        ? wholeFile(folder, 'no-articles', problemMessages.noArticles(perhapsArticles(contentDir)))
        : wholeFile(folder, 'unreadable-file', problemMessages.unreadableFolder());
      problems.push(problem);
      return [];
    }
  };
  const walk = (folder: string): void => {
    for (const item of itemsOf(folder)) {
      const file = `${folder}/${item.name}`;
      if (item.isDirectory() ? isLeftByProgram(item.name) : isNoContent(item.name)) continue;
      // Node puts U+FFFD for bytes that are not UTF-8: such a file cannot be asked for by its name.
      if (item.name.includes('\ufffd')) {
        problems.push(wholeFile(file, 'unreadable-name', problemMessages.unreadableName()));
        continue;
      }
      if (item.isDirectory()) walk(file);
      else if (item.isFile()) take(folder, item.name);
      else problems.push(wholeFile(file, 'not-a-file', problemMessages.notAFile()));
    }
  };
  if (isLink(join(contentDir, root)))
    problems.push(wholeFile(root, 'not-a-file', problemMessages.linkedFolder()));
  else walk(root);
}
