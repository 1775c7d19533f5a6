// What earlier walks found on shelves, by the ids that their folders had: of a commit, whose ids say that nothing changed below, they are passed over.
import type { ContentSource } from '../../content/content-source.ts';
import { isWholeShelf } from './shelves.ts';
import type { FoundFiles, FoundOnShelf, FoundShelf, KnownShelves } from './walk-content.ts';

/** What is kept of them: small texts, and of each shelf the mark of its articles, if none has a fault. */
export interface ShelfNotes {
  getNote(key: string): string | null;
  putNote(key: string, value: string): void;
  readonly shelves: { get(shelf: string): string | undefined };
}

interface Row extends FoundOnShelf {
  /** Of the folder. */
  readonly id: string;
}

/** By the last part of a shelf's path. */
type Rows = Readonly<Record<string, Row>>;

/** One note for all shelves of a folder: those of a year change together, or not at all. */
function noteOf(folder: string): string {
  return `shelves of ${folder}`;
}

function placeOf(shelf: string): readonly [folder: string, name: string] {
  const cut = shelf.lastIndexOf('/');
  return [shelf.slice(0, cut), shelf.slice(cut + 1)];
}

export function knownShelves(memory: ShelfNotes): KnownShelves {
  const read = new Map<string, Rows>();
  const rowsIn = (folder: string): Rows => {
    const known = read.get(folder) ?? rowsOf(memory, folder);
    read.set(folder, known);
    return known;
  };
  return {
    find(shelf, id) {
      const [folder, name] = placeOf(shelf);
      const row = rowsIn(folder)[name];
      // What is remembered of its articles may have been forgotten, or be of another commit.
      return row?.id === id && memory.shelves.get(shelf) === row.mark ? row : null;
    },
  };
}

/** Keeps what was found on shelves, once their articles are remembered. */
export function learnShelves(
  memory: ShelfNotes,
  source: Pick<ContentSource, 'idOfFolder'>,
  found: FoundFiles,
): void {
  const isFaulty = (shelf: string): boolean =>
    found.problems.some(({ file }) => file === shelf || file.startsWith(`${shelf}/`));
  const byFolder = Map.groupBy(
    found.shelves.filter(({ shelf }) => isWholeShelf(shelf)),
    ({ shelf }) => placeOf(shelf)[0],
  );
  for (const [folder, shelves] of byFolder) {
    if (shelves.every(({ passedOver }) => passedOver > 0)) continue;
    const before = rowsOf(memory, folder);
    const rows: Record<string, Row> = {};
    for (const each of shelves) {
      const [, name] = placeOf(each.shelf);
      const id = source.idOfFolder(each.shelf);
      if (id === null || memory.shelves.get(each.shelf) !== each.mark || isFaulty(each.shelf)) continue;
      rows[name] = each.passedOver > 0 ? before[name]! : rowOf(id, each, found);
    }
    memory.putNote(noteOf(folder), JSON.stringify(rows));
  }
}

function rowOf(id: string, { shelf, from, to, mark }: FoundShelf, { media }: FoundFiles): Row {
  const places = [...media.files.keys()].filter(place => media.files[place]!.startsWith(`${shelf}/`));
  return {
    id,
    mark,
    count: to - from,
    media: places.map(place => media.files[place]!.slice(shelf.length + 1)),
    mediaMarks: places.map(place => media.marks[place]!),
  };
}

function rowsOf(memory: Pick<ShelfNotes, 'getNote'>, folder: string): Rows {
  return JSON.parse(memory.getNote(noteOf(folder)) ?? '{}') as Rows;
}
