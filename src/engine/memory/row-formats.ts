// Rows of the memory to the JSON data in which each kind of them is kept, and back.
import { crc32 } from 'node:zlib';
import { archiveUrl, articleAddress, yearIn } from '../../address/addresses.ts';
import type { EntryHashes, ReadEntry } from '../../edition/entry.ts';
import type { MonthSummary } from '../../edition/month-summary.ts';
import { monthOf } from '../../edition/months-of-entries.ts';
import type {
  FolderOfFiles,
  MonthWithFiles,
  RememberedFile,
  RememberedMedia,
  RememberedThread,
} from '../reading/reading-memory.ts';
import { anyBucket, type BucketedTable, type TableFormat } from './bucketed-table.ts';
import { type EntryColumns, packEntries, unpackEntries } from './entry-columns.ts';
import { TableDamaged } from './parts.ts';
import { bucketOfFile } from './shelf-buckets.ts';

/** A file of the site. */
export interface RememberedPage {
  /** A hash number; negative for files that are no pages of ours (`plan/owned-files.ts`). */
  readonly fingerprint: number;
  /** The same of a first look at it (`Plan.glances`); 0: there is none. */
  readonly glance: number;
  /** Of the bytes in the output; null when they can't be trusted. */
  readonly bytesHash: string | null;
  /** Marks of what it showed (`plan/page-parts.ts`). */
  readonly parts: string;
  /** Why it was rendered (`plan/causes.ts`). */
  readonly why: string;
  /** Of an article's page: where its body is. */
  readonly body: BodyPlace | null;
}

/** In the page's text, in UTF-16 code units. */
export interface BodyPlace {
  readonly at: number;
  readonly length: number;
}

/** Between names of files, which hold no NUL. */
const BETWEEN_FILES = '\0';

type PageRows = readonly (readonly [
  url: string,
  fingerprint: number,
  bytesHash: string | null,
  parts: string,
  why: string,
  glance?: number,
  bodyAt?: number,
  bodyLength?: number,
])[];

/** What stands at an address that `isSuspect` can't be trusted. */
export function pageFormat(isSuspect: (url: string) => boolean): TableFormat<RememberedPage, PageRows> {
  return {
    kind: 'page',
    bucketOf: bucketOfPage,
    pack: rows =>
      rows.map(([url, { fingerprint, glance, bytesHash, parts, why, body }]) => {
        const row = [url, fingerprint, bytesHash, parts, why] as const;
        if (body !== null) return [...row, glance, body.at, body.length];
        return glance === 0 ? row : [...row, glance];
      }),
    unpack: (rows, isOurs) =>
      rows.map(([url, fingerprint, bytesHash, parts, why, glance = 0, at, length]) => [
        url,
        {
          fingerprint,
          glance,
          bytesHash: !isOurs && isSuspect(url) ? null : bytesHash,
          parts,
          why,
          body: at === undefined || length === undefined ? null : { at, length },
        },
      ]),
  };
}

/** Of `2014-05`, and of its year. */
const MONTH_LENGTH = 7;
const YEAR_LENGTH = 4;

/** The months of articles have the numbers below. */
const YEARS = 1_000_000;

/**
 * A bucket for each month of articles, since they are passed over by months; one for the lists of each year, which change with its
 * newest articles alone; the first for all other pages, and for those of years themselves, each of which is looked at by every build.
 */
function bucketOfPage(url: string): number {
  const article = articleAddress(url);
  if (article) return bucketOfMonth(article.day);
  const year = yearIn(url);
  return year === null || url === archiveUrl(year) ? 0 : YEARS + Number(year);
}

/** Pages are below; of files, which are of no time, each a part. */
const FILES = 2_000_000;

/** Of an image, what all have in common that are made of one photograph in one shape: `/images/3f/0a` of `/images/3f/0a-480.avif`. */
const BEGINNING = /^\/images\/[^-]*(?=-)/;

/** Files that come and go together share one. */
function bucketOfFileOfPages(url: string): number {
  return anyBucket(BEGINNING.exec(url)?.[0] ?? url);
}

/** The tag under which a store keeps what was sent to an address. */
export const tagFormat: TableFormat<string, readonly (readonly [url: string, tag: string])[]> = {
  kind: 'tag',
  bucketOf: url => {
    const bucket = bucketOfPage(url);
    return bucket === 0 && /^\/(?:images|medias)\//.test(url) ? FILES + bucketOfFileOfPages(url) : bucket;
  },
  pack: rows => rows,
  unpack: rows => rows,
};

/** What a bucket of pages holds: `articles-2014-05`, `lists-2014` or `pages`. */
export function nameOfPages(bucket: number): string {
  if (bucket === 0) return 'pages';
  const digits = (number: number, length: number): string => String(number).padStart(length, '0');
  if (bucket >= YEARS) return `lists-${digits(bucket - YEARS, 4)}`;
  const year = Math.floor((bucket - 1) / 12);
  return `articles-${digits(year, 4)}-${digits(bucket - 12 * year, 2)}`;
}

/** Who links to an article of a month: `2014-05 articles/2014/06/port.md`. */
export function linkerKey(month: string, file: string): string {
  return `${month} ${file}`;
}

/** By the month of what is linked to, since a look begins with a month whose articles are others. */
export function bucketOfMonth(month: string): number {
  return 12 * Number(month.slice(0, 4)) + Number(month.slice(5, 7));
}

/** Months have the numbers below. */
const DOSSIERS = 2 ** 46;

/** Beyond all years. */
const YEARS_OF_DOSSIER = 2 ** 14;

/**
 * The part in which the front matter of an article is: that of its month, since lists and neighbours show articles of one time; but that of its first dossier and
 * its year, since a dossier shows all of its articles, whose months would be read whole for a few articles each.
 */
export function partOfText({ day, dossiers }: Pick<ReadEntry, 'day' | 'dossiers'>): number {
  const [dossier] = dossiers;
  if (dossier === undefined) return bucketOfMonth(day);
  return bucketOfDossier(dossier, Number(day.slice(0, YEAR_LENGTH)));
}

/** A month's linkers by columns. */
interface LinkerColumns {
  readonly month: string;
  readonly files: string;
  readonly hashes: readonly (readonly number[])[];
}

/** The hashes (`hashShort`) of the addresses in the month to which the article links. */
export const linkerFormat: TableFormat<readonly number[], LinkerColumns> = {
  kind: 'linker',
  bucketOf: key => bucketOfMonth(key),
  pack: rows => ({
    month: rows[0]![0].slice(0, MONTH_LENGTH),
    files: rows.map(([key]) => key.slice(MONTH_LENGTH + 1)).join(BETWEEN_FILES),
    hashes: rows.map(([, hashes]) => hashes),
  }),
  unpack: ({ month, files, hashes }) =>
    files.split(BETWEEN_FILES).map((file, place) => [linkerKey(month, file), hashes[place]!]),
};

type ImageRows = readonly (readonly [url: string, bytesHash: string | null])[];

export function imageFormat(isSuspect: (url: string) => boolean): TableFormat<string | null, ImageRows> {
  return {
    kind: 'image',
    bucketOf: bucketOfFileOfPages,
    pack: rows => rows,
    unpack: (rows, isOurs) =>
      rows.map(([url, bytesHash]) => [url, !isOurs && isSuspect(url) ? null : bytesHash]),
  };
}

export const mediaFormat: TableFormat<RememberedMedia, readonly (readonly [string, RememberedMedia])[]> = {
  kind: 'media',
  // As the names of folders are (`media-folders.ts`).
  bucketOf: file => bucketOfFile(file.normalize('NFC')),
  pack: rows => rows,
  unpack: rows => rows,
};

/** Ids and stamps are made of letters, figures, `-` and `_`; the id of a thread may be empty. */
const BETWEEN = ' ';

export const threadFormat: TableFormat<RememberedThread, ThreadColumns> = {
  kind: 'thread',
  bucketOf: anyBucket,
  pack: packThreads,
  unpack: unpackThreads,
};

/** Remembered threads by columns. */
interface ThreadColumns {
  readonly files: string;
  readonly ids: string;
  readonly hashes: readonly number[];
}

function packThreads(threads: readonly (readonly [string, RememberedThread])[]): ThreadColumns {
  return {
    files: threads.map(([file]) => file).join(BETWEEN_FILES),
    ids: threads.map(([, { id }]) => id).join(BETWEEN),
    hashes: threads.map(([, { hash }]) => hash),
  };
}

function unpackThreads(columns: ThreadColumns): readonly (readonly [string, RememberedThread])[] {
  const ids = columns.ids.split(BETWEEN);
  return columns.files
    .split(BETWEEN_FILES)
    .map((file, place) => [file, { id: ids[place]!, hash: columns.hashes[place]! }]);
}

/** What is kept of an article beside its facts: of a shelf on which nothing changed nobody asks for it. */
export interface ArticleMarks extends EntryHashes, RememberedFile {
  /** Of its day, `2014-05`: there its facts are. */
  readonly month: string;
}

/** Where the facts of an article are: `2014-05 articles/2014/06/port.md`. */
export function entryKey(month: string, file: string): string {
  return `${month} ${file}`;
}

/** What a mark tells of an article. */
export function hashesIn(marks: Pick<BucketedTable<ArticleMarks>, 'get'>): (file: string) => EntryHashes {
  return file => {
    const found = marks.get(file);
    if (found === undefined) throw new TableDamaged(`mark of ${file}`);
    return found;
  };
}

/** By the months of their days. */
export function entryFormat(hashesOf: (file: string) => EntryHashes): TableFormat<ReadEntry, EntryColumns> {
  return {
    kind: 'entry',
    bucketOf: bucketOfMonth,
    pack: rows => packEntries(rows.map(([, entry]) => entry)),
    unpack: columns => ({
      rows: unpackEntries(columns, hashesOf),
      keyOf: entry => entryKey(monthOf(entry), entry.file),
    }),
  };
}

/** Where the facts of an article are once more for a dossier that shows it: `jeux-olympiques 2014-05 articles/2014/06/port.md`. */
export function dossierKey(dossier: string, month: string, file: string): string {
  return `${dossier} ${entryKey(month, file)}`;
}

/** All of a dossier's articles of one year. */
export function bucketOfDossier(dossier: string, year: number): number {
  return DOSSIERS + YEARS_OF_DOSSIER * crc32(dossier) + year;
}

type DossierRows = readonly (readonly [dossier: string, EntryColumns])[];

/** By dossier and year, so that a dossier is shown without a look at the months of ten years. */
export function dossierFormat(hashesOf: (file: string) => EntryHashes): TableFormat<ReadEntry, DossierRows> {
  const dossierIn = (key: string): string => key.slice(0, key.indexOf(' '));
  return {
    kind: 'dossier',
    bucketOf(key) {
      const dossier = dossierIn(key);
      return bucketOfDossier(
        dossier,
        Number(key.slice(dossier.length + 1, dossier.length + 1 + YEAR_LENGTH)),
      );
    },
    pack: rows =>
      [...Map.groupBy(rows, ([key]) => dossierIn(key))].map(([dossier, ofDossier]) => [
        dossier,
        packEntries(ofDossier.map(([, entry]) => entry)),
      ]),
    unpack: rows =>
      rows.flatMap(([dossier, columns]) =>
        unpackEntries(columns, hashesOf).map(
          entry => [dossierKey(dossier, monthOf(entry), entry.file), entry] as const,
        ),
      ),
  };
}

/** Of each month, `2014-05`; those of a year together, since all are asked for. */
export const summaryFormat: TableFormat<MonthSummary, readonly (readonly [string, MonthSummary])[]> = {
  kind: 'summary',
  bucketOf: month => Number(month.slice(0, YEAR_LENGTH)),
  pack: rows => rows,
  unpack: rows => rows,
};

/**
 * By months of pages and by pages of no month, in order: files of one photograph have addresses that begin alike, and are kept as that beginning
 * and how each goes on.
 */
export const needListFormat: TableFormat<
  readonly string[],
  readonly (readonly [group: string, addresses: readonly PackedAddresses[]])[]
> = {
  kind: 'need',
  bucketOf: group => (MONTH.test(group) ? bucketOfMonth(group) : anyBucket(group)),
  pack: rows => rows.map(([group, urls]) => [group, packAddresses(urls)]),
  unpack: rows => rows.map(([group, packed]) => [group, unpackAddresses(packed)]),
};

const MONTH = /^\d{4}-\d{2}$/;

type PackedAddresses = readonly [beginning: string, ...ends: readonly string[]];

function packAddresses(urls: readonly string[]): readonly PackedAddresses[] {
  const packed: [string, ...string[]][] = [];
  for (const url of urls) {
    const beginning = BEGINNING.exec(url)?.[0] ?? '';
    const latest = packed.at(-1);
    if (latest?.[0] === beginning) latest.push(url.slice(beginning.length));
    else packed.push([beginning, url.slice(beginning.length)]);
  }
  return packed;
}

function unpackAddresses(packed: readonly PackedAddresses[]): readonly string[] {
  return packed.flatMap(([beginning, ...ends]) => ends.map(end => beginning + end));
}

export const needCountFormat: TableFormat<number, readonly (readonly [url: string, count: number])[]> = {
  kind: 'need count',
  bucketOf: bucketOfFileOfPages,
  pack: rows => rows,
  unpack: rows => rows,
};

/** As of summaries. */
export const monthWithFilesFormat: TableFormat<
  MonthWithFiles,
  readonly (readonly [string, MonthWithFiles])[]
> = {
  kind: 'files of month',
  bucketOf: month => Number(month.slice(0, YEAR_LENGTH)),
  pack: rows => rows,
  unpack: rows => rows,
};

/** Every build asks for all of them. */
export const folderOfFilesFormat: TableFormat<FolderOfFiles, readonly (readonly [string, FolderOfFiles])[]> =
  {
    kind: 'folder of files',
    bucketOf: bucketOfFile,
    pack: rows => rows,
    unpack: rows => rows,
  };

export const markFormat: TableFormat<ArticleMarks, MarkColumns> = {
  kind: 'mark',
  bucketOf: bucketOfFile,
  pack(rows) {
    const months = [...new Set(rows.map(([, { month }]) => month))];
    return {
      files: rows.map(([file]) => file).join(BETWEEN_FILES),
      ids: rows.map(([, { id }]) => id).join(BETWEEN),
      months,
      monthOf: months.length === 1 ? [] : rows.map(([, { month }]) => months.indexOf(month)),
      numbers: rows.flatMap(([, marks]) => NUMBERS.map(name => marks[name])),
    };
  },
  unpack({ files, ids, months, monthOf, numbers }) {
    const idOf = ids.split(BETWEEN);
    return files.split(BETWEEN_FILES).map((file, place) => {
      const number = (of: number): number => numbers[NUMBERS.length * place + of]!;
      return [
        file,
        {
          id: idOf[place]!,
          month: months[monthOf[place] ?? 0]!,
          cardHash: number(0),
          linkHash: number(1),
          addressHash: number(2),
          bodyHash: number(3),
          bodyLength: number(4),
        },
      ];
    });
  },
};

const NUMBERS = ['cardHash', 'linkHash', 'addressHash', 'bodyHash', 'bodyLength'] as const;

/** Marks by columns. */
interface MarkColumns {
  readonly files: string;
  readonly ids: string;
  /** Each once. */
  readonly months: readonly string[];
  /** By file, the place of its month among these; none where all are of one. */
  readonly monthOf: readonly number[];
  readonly numbers: readonly number[];
}

/** Of each shelf of articles what names the files on it and what they hold. */
export const shelfFormat: TableFormat<string, readonly (readonly [shelf: string, id: string])[]> = {
  kind: 'shelf',
  bucketOf: bucketOfFile,
  pack: rows => rows,
  unpack: rows => rows,
};

/** Local to a machine, so apart from what the others hold. */
export const stampFormat: TableFormat<string, StampColumns> = {
  kind: 'stamp',
  bucketOf: bucketOfFile,
  pack: rows => ({
    files: rows.map(([file]) => file).join(BETWEEN_FILES),
    stamps: rows.map(([, stamped]) => stamped).join(BETWEEN_FILES),
  }),
  unpack({ files, stamps }) {
    const texts = stamps.split(BETWEEN_FILES);
    return files.split(BETWEEN_FILES).map((file, place) => [file, texts[place]!]);
  },
};

/** Stamps by columns. */
interface StampColumns {
  readonly files: string;
  readonly stamps: string;
}
