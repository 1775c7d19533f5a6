// Files by shelves: an archive is sorted into folders, and in most of them nothing changed since the last build.

/** A shelf is a folder two levels below the first one, `articles/2014/05`, with all below it; of files that stand higher, their own folder. */
const LEVELS = 2;

/** `articles/2014/05` of `articles/2014/05/port.md` and of `articles/2014/05/20/port.md`, `articles` of `articles/port.md`. */
export function shelfOf(file: string): string {
  return file.slice(0, Math.max(0, endOfShelf(file)));
}

/** How many levels below the first folder the shelf is. */
export function levelOfShelf(shelf: string): number {
  let level = 0;
  for (let at = shelf.indexOf('/'); at !== -1; at = shelf.indexOf('/', at + 1)) level++;
  return level;
}

/** Whether the shelf is a folder with all below it. */
export function isWholeShelf(folder: string): boolean {
  return levelOfShelf(folder) === LEVELS;
}

export function isOnShelf(file: string, shelf: string): boolean {
  return endOfShelf(file) === shelf.length && file.startsWith(shelf);
}

/** Whether the files of a folder are on a shelf. */
export function isFolderOnShelf(folder: string, shelf: string): boolean {
  return folder === shelf || isOnShelf(`${folder}/`, shelf);
}

function endOfShelf(file: string): number {
  let end = file.indexOf('/');
  for (let level = 0; level < LEVELS; level++) {
    const next = file.indexOf('/', end + 1);
    if (next === -1) break;
    end = next;
  }
  return end;
}
