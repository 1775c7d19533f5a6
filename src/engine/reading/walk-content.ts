// A source of content in; every article's file, every article's comments and every photograph or recording, with a mark
// that changes when they do, and what is out of place, out.
import { checkCommentPlace } from '../../check/comment-without-article.ts';
import { checkArticleExtension, checkCommentExtension } from '../../check/file-extension.ts';
import type { ContentItem, ContentSource } from '../../content/content-source.ts';
import { problemMessages } from '../../locale/problem-messages.ts';
import { isMediaFile } from '../../media/media-kinds.ts';
import type { Problem } from '../../problem/problem.ts';
import { wholeFile } from '../../problem/whole-file.ts';
import { isLeftByProgram, isNoContent } from '../../source/left-by-programs.ts';
import { shelfId, sortedShelfId, threadId } from './content-ids.ts';
import { findMisplaced, perhapsArticles } from './find-misplaced.ts';
import { isOnShelf, isWholeShelf, shelfOf } from './shelves.ts';

export interface FoundFiles {
  /** Below the content folder: `articles/2014/05/port.md`. */
  readonly files: readonly string[];
  /** The mark of each file (`ContentSource.markOf`), at the same place. */
  readonly marks: readonly string[];
  /** The shelves on which they are; those of one shelf stand together. */
  readonly shelves: readonly FoundShelf[];
  /** Every folder that holds comments, whether there is an article for it or not. */
  readonly comments: readonly FoundComments[];
  /** Photographs, recordings and what goes with them: beside articles and pages, and all that is under `media/`. */
  readonly media: {
    readonly files: readonly string[];
    readonly marks: readonly string[];
  };
  readonly problems: readonly Problem[];
  /** What nobody reads where it is. */
  readonly warnings: readonly Problem[];
}

/** Those of `files` that stand on one shelf: from an index to before another. */
export interface FoundShelf {
  /** Below the content folder: `articles/2014/05`. */
  readonly shelf: string;
  readonly from: number;
  readonly to: number;
  /** Of their paths and marks (`shelfId`), or '' when one of them may still be changing. */
  readonly mark: string;
  /** How many more are on it that are not among `files`: nothing changed there, and nobody looked. */
  readonly passedOver: number;
}

/** What an earlier walk found on a shelf. */
export interface FoundOnShelf {
  /** As of `FoundShelf`. */
  readonly mark: string;
  /** Of articles. */
  readonly count: number;
  /** Below the shelf, with the mark of each at the same place. */
  readonly media: readonly string[];
  readonly mediaMarks: readonly string[];
}

export interface KnownShelves {
  /** What is on a shelf as long as its folder has this id (`ContentSource.idOfFolder`); null: it has to be looked at. */
  find(shelf: string, id: string): FoundOnShelf | null;
}

const NOTHING_KNOWN: KnownShelves = { find: () => null };

/** The comments of one article. */
export interface FoundComments {
  /** Below the content folder: `comments/2014/05/port`. */
  readonly folder: string;
  /** Of its files, `0001.yaml`, by UTF-16 code units; at least one. */
  readonly names: readonly string[];
  /** Of the names and marks of them all (`threadId`), or '' when one of them may still be changing. */
  readonly mark: string;
}

/**
 * Everything under `articles/`, `comments/` and `media/`, and what is media under `pages/`. Hidden files, editors' back-up copies and files about a folder are passed over.
 * So are, of a commit, whole shelves that are as they were when it is known what is on them.
 */
export function walkContent(source: ContentSource, known: KnownShelves = NOTHING_KNOWN): FoundFiles {
  const files: string[] = [];
  const marks: string[] = [];
  const threads = new Map<string, Map<string, string>>();
  const media = { files: [] as string[], marks: [] as string[] };
  const problems: Problem[] = [];
  const warnings = findMisplaced(source);

  const takeMedia = (folder: string, item: ContentItem): void => {
    const mark = source.markOf(folder, item);
    // Gone since its folder was read, as if it had never been there.
    if (mark === null) return;
    media.files.push(`${folder}/${item.name}`);
    media.marks.push(mark);
  };
  const takeArticle = (folder: string, item: ContentItem): void => {
    const { name } = item;
    const file = `${folder}/${name}`;
    if (name.endsWith('.md')) {
      const mark = source.markOf(folder, item);
      if (mark === null) return;
      files.push(file);
      marks.push(mark);
      return;
    }
    if (isMediaFile(name)) {
      takeMedia(folder, item);
      return;
    }
    const problem = checkArticleExtension(file);
    if (problem !== null) problems.push(problem);
  };
  const takeComment = (folder: string, item: ContentItem): void => {
    const { name } = item;
    const file = `${folder}/${name}`;
    const problem = checkCommentExtension(file) ?? checkCommentPlace(file);
    if (problem !== null) {
      problems.push(problem);
      return;
    }
    const mark = source.markOf(folder, item);
    if (mark === null) return;
    const thread = threads.get(folder);
    if (thread) thread.set(name, mark);
    else threads.set(folder, new Map([[name, mark]]));
  };
  const passedOver: FoundShelf[] = [];
  const knownOn = (folder: string): FoundOnShelf | null => {
    const id = isWholeShelf(folder) && folder.startsWith('articles/') ? source.idOfFolder(folder) : null;
    return id === null ? null : known.find(folder, id);
  };
  const passOver = (shelf: string): boolean => {
    const found = knownOn(shelf);
    if (found === null) return false;
    const { length: from } = files;
    passedOver.push({ shelf, from, to: from, mark: found.mark, passedOver: found.count });
    for (const name of found.media) media.files.push(`${shelf}/${name}`);
    for (const mark of found.mediaMarks) media.marks.push(mark);
    return true;
  };
  source.prepareWalk(ROOTS, folder => knownOn(folder) !== null);
  walkFolder(source, 'articles', problems, takeArticle, passOver);
  walkFolder(source, 'comments', problems, takeComment);
  walkFolder(source, 'media', problems, takeMedia);
  // Whatever else is wrong there, the reading of pages names.
  walkFolder(source, 'pages', [], (folder, item) => {
    if (isMediaFile(item.name)) takeMedia(folder, item);
  });
  const shelves = [
    ...passedOver,
    ...foundShelves(files, marks, source.marksAreIds ? sortedShelfId : shelfId),
  ];
  return { files, marks, shelves, comments: [...threads].map(foundComments), media, problems, warnings };
}

const ROOTS = ['articles', 'comments', 'media', 'pages'];

/** Of files that stand together by their shelves. */
function foundShelves(
  files: readonly string[],
  marks: readonly string[],
  idOf: typeof shelfId,
): readonly FoundShelf[] {
  const shelves: FoundShelf[] = [];
  for (let from = 0; from < files.length; ) {
    const shelf = shelfOf(files[from]!);
    let to = from + 1;
    while (to < files.length && isOnShelf(files[to]!, shelf)) to++;
    const mark = idOf(files.slice(from, to), marks.slice(from, to));
    shelves.push({ shelf, from, to, mark, passedOver: 0 });
    from = to;
  }
  return shelves;
}

function foundComments([folder, thread]: readonly [string, ReadonlyMap<string, string>]): FoundComments {
  const names = [...thread.keys()].sort();
  const marks = names.map(name => thread.get(name)!);
  return { folder, names, mark: marks.includes('') ? '' : threadId(names, marks) };
}

/**
 * Calls `take` with the folder and the item of every ordinary file below `root`. No link is followed, `root` itself included: it
 * could lead out of the repository, and another machine would make another site. A folder of which `passOver` is true is not looked into.
 */
function walkFolder(
  source: ContentSource,
  root: string,
  problems: Problem[],
  take: (folder: string, item: ContentItem) => void,
  passOver: (folder: string) => boolean = () => false,
): void {
  const itemsOf = (folder: string): readonly ContentItem[] => {
    const items = source.items(folder);
    if (typeof items !== 'string') return items;
    // A site need not have comments, nor photographs.
    if (folder !== 'articles' && !folder.includes('/') && items === 'missing') return [];
    const problem =
      folder === 'articles' && items !== 'unreadable'
        ? wholeFile(folder, 'no-articles', problemMessages.noArticles(perhapsArticles(source)))
        : wholeFile(folder, 'unreadable-file', problemMessages.unreadableFolder());
    problems.push(problem);
    return [];
  };
  const walk = (folder: string): void => {
    const folders: string[] = [];
    for (const item of itemsOf(folder)) {
      const { name, kind } = item;
      const file = `${folder}/${name}`;
      if (kind === 'folder' ? isLeftByProgram(name) : isNoContent(name)) continue;
      // Node puts U+FFFD for bytes that are not UTF-8: such a file cannot be asked for by its name.
      if (name.includes('\ufffd')) {
        problems.push(wholeFile(file, 'unreadable-name', problemMessages.unreadableName()));
        continue;
      }
      if (kind === 'folder') folders.push(file);
      else if (kind === 'file') take(folder, item);
      else problems.push(notAFile(file, kind));
    }
    // Afterwards, so that the files of one shelf stand together.
    for (const each of folders) if (!passOver(each)) walk(each);
  };
  const kind = source.kindOf(root);
  if (kind === 'link') problems.push(wholeFile(root, 'not-a-file', problemMessages.linkedFolder()));
  else if (kind === 'submodule') problems.push(notAFile(root, kind));
  else walk(root);
}

function notAFile(file: string, kind: ContentItem['kind']): Problem {
  const message = kind === 'submodule' ? problemMessages.submodule() : problemMessages.notAFile();
  return wholeFile(file, 'not-a-file', message);
}
