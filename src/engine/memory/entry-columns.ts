// Entries to a table by columns and back: of an archive that is read at every build nothing is made until somebody asks for it.
import { byReadingOrder, type EntryFacts, type EntryHashes, type ReadEntry } from '../../edition/entry.ts';
import { plainEntry } from '../../edition/plain-entry.ts';
import { packNumbers, unpackNumbers } from '../../hash/packed-numbers.ts';

/** No path below the content folder has two slashes in a row. */
const BETWEEN_FILES = '//';

/** Every article's. */
const ENDING = '.md';

/** Plain JSON data. Every list of numbers goes by the order of the files. */
export interface EntryColumns {
  /** In which all of the files are; null: in several. */
  readonly folder: string | null;
  /** Without that folder and their ending. */
  readonly files: string;
  /** Days, slugs and names that entries name, each once; other columns give their places in it. */
  readonly words: readonly string[];
  /** The newest date, then by how much each is before the one above it, which is little: in so many ms (`unit`). */
  readonly dates: readonly number[];
  readonly unit: number;
  readonly days: readonly number[];
  readonly sections: readonly number[];
  /** The topics or authors of articles, each list of them once, as places of words; other columns give their places in it. */
  readonly lists: readonly (readonly number[])[];
  readonly topics: readonly number[];
  readonly authors: readonly number[];
  /** Of each article, one after the other (`packNumbers`). */
  readonly hashes: string;
  /** What few entries have, by the entry's place. */
  readonly rare: readonly (readonly [number, RareFields])[];
}

/** What is packed: facts alone, but for those hashes that are asked for with them. */
type PackedEntry = EntryFacts & Pick<EntryHashes, 'cardHash'>;

type RareFields = Partial<
  Pick<
    PackedEntry,
    | 'from'
    | 'expires'
    | 'changed'
    | 'draft'
    | 'dossiers'
    | 'flash'
    | 'pick'
    | 'priority'
    | 'aliases'
    | 'id'
    | 'withdrawn'
    | 'translations'
    | 'comments'
    | 'media'
    | 'map'
    | 'links'
    /** Of an article in a dossier: the dossier shows the cards of all its articles, of whatever month. */
    | 'cardHash'
  >
>;

/** Minutes, seconds, ms: dates are rarely told to less than a minute. */
const UNITS = [60_000, 1000, 1];

/** In reading order, so that an archive is sorted as soon as its parts are. */
export function packEntries(unsorted: readonly PackedEntry[]): EntryColumns {
  const entries = unsorted.toSorted(byReadingOrder);
  const words = places<string>(word => word);
  const lists = places<readonly number[]>(list => list.join());
  const listOf = (names: readonly string[]): number => lists.of(names.map(words.of));
  const folders = new Set(entries.map(({ folder }) => folder));
  const folder = folders.size === 1 ? [...folders][0]! : null;
  const unit = UNITS.find(unit => entries.every(({ date }) => date % unit === 0))!;
  const rare: [number, RareFields][] = [];
  entries.forEach((entry, place) => {
    const fields = rareFields(entry);
    if (fields !== null) rare.push([place, fields]);
  });
  return {
    folder,
    files: entries
      .map(({ file }) => file.slice(folder === null ? 0 : folder.length + 1, -ENDING.length))
      .join(BETWEEN_FILES),
    unit,
    dates: entries.map(({ date }, place) => (place === 0 ? date : entries[place - 1]!.date - date) / unit),
    days: entries.map(({ day }) => words.of(day)),
    sections: entries.map(({ section }) => words.of(section)),
    topics: entries.map(({ topics }) => listOf(topics)),
    authors: entries.map(({ authors }) => listOf(authors)),
    hashes: packNumbers(entries.map(({ articleHash }) => articleHash)),
    rare,
    words: words.all,
    lists: lists.all,
  };
}

/** Values in the order in which they were met, each once. */
function places<Value>(keyOf: (value: Value) => string) {
  const all: Value[] = [];
  const known = new Map<string, number>();
  return {
    all,
    of(value: Value): number {
      const key = keyOf(value);
      const place = known.get(key) ?? all.push(value) - 1;
      known.set(key, place);
      return place;
    },
  };
}

function rareFields(entry: PackedEntry): RareFields | null {
  const { date, from, expires, changed, draft, dossiers, flash, pick, priority } = entry;
  const { aliases, id, withdrawn, translations, comments, media, map, links } = entry;
  const fields: RareFields = {
    ...(from !== date && { from }),
    ...(expires !== null && { expires }),
    ...(changed !== null && { changed }),
    ...(draft && { draft }),
    ...(dossiers.length > 0 && { dossiers, cardHash: entry.cardHash }),
    ...(flash !== null && { flash }),
    ...(pick && { pick }),
    ...(priority !== 0 && { priority }),
    ...(aliases.length > 0 && { aliases }),
    ...(id !== null && { id }),
    ...(withdrawn !== null && { withdrawn }),
    ...(translations.length > 0 && { translations }),
    ...(comments !== 'open' && { comments }),
    ...(media.length > 0 && { media }),
    ...(map !== null && { map }),
    ...(links.length > 0 && { links }),
  };
  return Object.keys(fields).length === 0 ? null : fields;
}

const NONE: readonly never[] = [];

const NOTHING_RARE: RareFields = {};

/** The entries of one table, of which names of files, hashes and rare fields are told apart when the first of them is asked for. */
class OpenColumns {
  readonly columns: EntryColumns;
  readonly hashesOf: (file: string) => EntryHashes;
  readonly dates: readonly number[];
  readonly lists: readonly (readonly string[])[];
  #files: readonly string[] | null = null;
  #hashes: Float64Array | null = null;
  #rare: readonly (RareFields | undefined)[] | null = null;

  constructor(columns: EntryColumns, hashesOf: (file: string) => EntryHashes) {
    this.columns = columns;
    this.hashesOf = hashesOf;
    const { dates, unit, words, lists } = columns;
    let date = 0;
    this.dates = dates.map((step, place) => {
      date = place === 0 ? step * unit : date - step * unit;
      return date;
    });
    this.lists = lists.map(list => list.map(place => words[place]!));
  }

  file(place: number): string {
    const { folder } = this.columns;
    this.#files ??= this.columns.files.split(BETWEEN_FILES);
    return `${folder === null ? '' : `${folder}/`}${this.#files[place]!}${ENDING}`;
  }

  hash(place: number): number {
    this.#hashes ??= unpackNumbers(this.columns.hashes);
    return this.#hashes[place]!;
  }

  rare(place: number): RareFields {
    if (this.#rare === null) {
      const rare = new Array<RareFields | undefined>(this.columns.dates.length);
      for (const [place, fields] of this.columns.rare) rare[place] = fields;
      this.#rare = rare;
    }
    return this.#rare[place] ?? NOTHING_RARE;
  }
}

/** A class, so that 100,000 of them share their getters, and each is no more than a place in the columns. */
export class ColumnEntry implements ReadEntry {
  readonly #of: OpenColumns;
  readonly #place: number;

  constructor(of: OpenColumns, place: number) {
    this.#of = of;
    this.#place = place;
  }

  get file(): string {
    return this.#of.file(this.#place);
  }
  get folder(): string {
    const { folder } = this.#of.columns;
    if (folder !== null) return folder;
    const { file } = this;
    return file.slice(0, file.lastIndexOf('/'));
  }
  get slug(): string {
    const { file } = this;
    return file.slice(file.lastIndexOf('/') + 1, -ENDING.length);
  }
  get section(): string {
    const { words, sections } = this.#of.columns;
    return words[sections[this.#place]!]!;
  }
  get date(): EntryFacts['date'] {
    return this.#of.dates[this.#place]!;
  }
  get day(): string {
    const { words, days } = this.#of.columns;
    return words[days[this.#place]!]!;
  }
  get from(): EntryFacts['from'] {
    return this.#rare.from ?? this.date;
  }
  get expires(): EntryFacts['expires'] {
    return this.#rare.expires ?? null;
  }
  get changed(): EntryFacts['changed'] {
    return this.#rare.changed ?? null;
  }
  get draft(): boolean {
    return this.#rare.draft ?? false;
  }
  get topics(): readonly string[] {
    return this.#of.lists[this.#of.columns.topics[this.#place]!]!;
  }
  get authors(): readonly string[] {
    return this.#of.lists[this.#of.columns.authors[this.#place]!]!;
  }
  get dossiers(): readonly string[] {
    return this.#rare.dossiers ?? NONE;
  }
  get flash(): EntryFacts['flash'] {
    return this.#rare.flash ?? null;
  }
  get pick(): boolean {
    return this.#rare.pick ?? false;
  }
  get priority(): number {
    return this.#rare.priority ?? 0;
  }
  get aliases(): readonly string[] {
    return this.#rare.aliases ?? NONE;
  }
  get id(): string | null {
    return this.#rare.id ?? null;
  }
  get withdrawn(): string | null {
    return this.#rare.withdrawn ?? null;
  }
  get translations(): EntryFacts['translations'] {
    return this.#rare.translations ?? NONE;
  }
  get comments(): EntryFacts['comments'] {
    return this.#rare.comments ?? 'open';
  }
  get media(): EntryFacts['media'] {
    return this.#rare.media ?? NONE;
  }
  get map(): EntryFacts['map'] {
    return this.#rare.map ?? null;
  }
  get links(): readonly string[] {
    return this.#rare.links ?? NONE;
  }
  get articleHash(): number {
    return this.#of.hash(this.#place);
  }
  get cardHash(): number {
    return this.#rare.cardHash ?? this.#hashes.cardHash;
  }
  get linkHash(): number {
    return this.#hashes.linkHash;
  }
  get addressHash(): number {
    return this.#hashes.addressHash;
  }
  get bodyHash(): number {
    return this.#hashes.bodyHash;
  }

  get #rare(): RareFields {
    return this.#of.rare(this.#place);
  }
  get #hashes(): EntryHashes {
    return this.#of.hashesOf(this.file);
  }

  /** What is kept of it as a text is whole. */
  toJSON(): ReadEntry {
    return plainEntry(this);
  }
}

/** The entries that `packEntries` was given, in reading order. @param hashesOf is asked each time. */
export function unpackEntries(
  columns: EntryColumns,
  hashesOf: (file: string) => EntryHashes,
): readonly ColumnEntry[] {
  const open = new OpenColumns(columns, hashesOf);
  return columns.dates.map((_, place) => new ColumnEntry(open, place));
}
