// The content folder in; every article's file with a stamp that changes when the file does, and what is out of place, out.
import { type Dirent, lstatSync, readdirSync } from 'node:fs';
import { extname, join } from 'node:path';
import { problemMessages } from '../locale/problem-messages.ts';
import type { Problem } from '../problem/problem.ts';

export interface FoundFiles {
  /** Below the content folder: `articles/2014/05/port.md`. */
  readonly files: readonly string[];
  /** The stamp of each file, at the same place. */
  readonly stamps: readonly string[];
  readonly problems: readonly Problem[];
}

/** Names that look like articles but would be passed over: better said than silently left out. */
const MISTAKEN = new Set(['.markdown', '.mdown', '.mkd', '.mdx', '.txt', '.rst', '.docx', '.odt', '.html']);

/**
 * A file that changed less than this before it was looked at may change again within the same tick of the file system's
 * clock, unseen; its stamp is left empty so that the next build reads it again. (git calls such entries « racily clean ».)
 */
const RACY_NS = 2_000_000_000n;

/** Everything under `articles/`. Hidden files and editors' back-up copies are passed over. */
export function walkContent(contentDir: string): FoundFiles {
  const files: string[] = [];
  const stamps: string[] = [];
  const problems: Problem[] = [];
  const now = BigInt(Date.now()) * 1_000_000n;

  const itemsOf = (folder: string): readonly Dirent[] => {
    try {
      return readdirSync(join(contentDir, folder), { withFileTypes: true });
    } catch (error) {
      const missing = ['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '');
      const problem =
        missing && folder === 'articles'
          ? outOfPlace(folder, 'no-articles', problemMessages.noArticles())
          : outOfPlace(folder, 'unreadable-file', problemMessages.unreadableFolder());
      problems.push(problem);
      return [];
    }
  };
  const walk = (folder: string): void => {
    for (const item of itemsOf(folder)) {
      const file = `${folder}/${item.name}`;
      if (item.name.startsWith('.') || item.name.endsWith('~')) continue;
      // Node puts U+FFFD for bytes that are not UTF-8: such a file cannot be asked for by its name.
      if (item.name.includes('\ufffd')) {
        problems.push(outOfPlace(file, 'unreadable-name', problemMessages.unreadableName()));
        continue;
      }
      if (item.isDirectory()) walk(file);
      else if (!item.isFile()) problems.push(outOfPlace(file, 'not-a-file', problemMessages.notAFile()));
      else if (item.name.endsWith('.md')) {
        // Gone since its folder was read: as if it had never been there.
        const found = lstatSync(`${contentDir}/${file}`, { bigint: true, throwIfNoEntry: false });
        if (!found) continue;
        const { size, ino, ctimeNs } = found;
        files.push(file);
        stamps.push(now - ctimeNs < RACY_NS ? '' : `${size}-${ino}-${ctimeNs}`);
      } else if (
        MISTAKEN.has(extname(item.name).toLowerCase()) ||
        extname(item.name).toLowerCase() === '.md'
      ) {
        problems.push(outOfPlace(file, 'file-extension', problemMessages.fileExtension(item.name)));
      }
    }
  };
  walk('articles');
  return { files, stamps, problems };
}

function outOfPlace(file: string, rule: string, message: string): Problem {
  return { file, line: 1, column: 1, rule, message };
}
