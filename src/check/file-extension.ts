// Files among articles and comments whose name's end says that they will not be read: better said than silently left out.
import { basename, extname } from 'node:path/posix';
import { problemMessages } from '../locale/problem-messages.ts';
import type { Problem } from '../problem/problem.ts';
import { wholeFile } from '../problem/whole-file.ts';

/** Names that look like articles. */
const MISTAKEN = new Set([
  ...[
    '.md',
    '.markdown',
    '.mdown',
    '.mkd',
    '.mdx',
    '.qmd',
    '.rmd',
    '.rst',
    '.adoc',
    '.asciidoc',
    '.textile',
    '.org',
  ],
  ...['.html', '.htm'],
]);

/** Whether who gives a file this ending, in lower case, is likely to have written an article or a page. */
export function isMistakenForArticle(ending: string): boolean {
  return MISTAKEN.has(ending);
}

/** Of a file below `articles/` that is neither an article nor a file that articles name. */
export function checkArticleExtension(file: string): Problem | null {
  return isMistakenForArticle(extname(file).toLowerCase()) ? noArticle(file) : null;
}

const COMMENTS = new Set(['.yaml', '.yml', '.json']);

/** Of a file below `comments/`. */
export function checkCommentExtension(file: string): Problem | null {
  if (COMMENTS.has(extname(file))) return null;
  return wholeFile(file, 'file-extension', problemMessages.commentExtension(basename(file)));
}

/** What may be a transcript or a document. */
const TEXTS = new Set(['.txt', '.docx', '.odt']);

/** Of files that nobody names: a text among the articles is more likely an article with a wrong ending. */
export function checkUnnamedTexts(unnamed: readonly string[]): readonly Problem[] {
  return unnamed
    .filter(file => file.startsWith('articles/') && TEXTS.has(extname(file).toLowerCase()))
    .map(noArticle);
}

function noArticle(file: string): Problem {
  return wholeFile(file, 'file-extension', problemMessages.fileExtension(basename(file)));
}
