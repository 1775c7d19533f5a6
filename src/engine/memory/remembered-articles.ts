// The tables of articles to articles by their files and by their months, of which no more is read than somebody asks for.
import { byReadingOrder, type Entry, type ReadEntry } from '../../edition/entry.ts';
import { type Holder, holdersOfMonths } from '../../edition/holders.ts';
import { type MonthSummary, summarize } from '../../edition/month-summary.ts';
import { knownMonth, MonthsOfEntries } from '../../edition/months-of-entries.ts';
import type { RememberedArticles } from '../reading/reading-memory.ts';
import { isOnShelf } from '../reading/shelves.ts';
import type { BucketedTable } from './bucketed-table.ts';
import { TableDamaged } from './parts.ts';
import { type ArticleMarks, bucketOfDossier, bucketOfMonth, dossierKey, entryKey } from './row-formats.ts';
import { bucketsOfShelf } from './shelf-buckets.ts';

/** So many months of articles take more memory than a build of fewer. */
const WORTH_SPILLING = 24;

/** So many articles are held at a time while months of them are summed up. */
const TOGETHER = 25_000;

interface Tables {
  /** By file. */
  readonly marks: BucketedTable<ArticleMarks>;
  /** By `entryKey`. */
  readonly entries: BucketedTable<ReadEntry>;
  /** By `dossierKey`. */
  readonly ofDossiers: BucketedTable<ReadEntry>;
  /** By month. */
  readonly summaries: BucketedTable<MonthSummary>;
}

/** The summary of a month whose articles changed is made when months are asked for. */
export function rememberedArticles({
  marks,
  entries,
  ofDossiers,
  summaries,
}: Tables): RememberedArticles & { entry(file: string): ReadEntry | undefined } {
  const entriesOf = (month: string): readonly ReadEntry[] =>
    [...entries.valuesOf(bucketOfMonth(month))].sort(byReadingOrder);
  const yearsAsked = new Map<string, number>();
  const entriesOfDossier = (slug: string, month: string): readonly ReadEntry[] => {
    const year = Number(month.slice(0, 4));
    const before = yearsAsked.get(slug) ?? year;
    yearsAsked.set(slug, year);
    // Most ask for the newest article alone, and all others for each of them.
    if (year !== before)
      ofDossiers.prefetch(Array.from({ length: year }, (_, number) => bucketOfDossier(slug, number + 1)));
    const rows = [...ofDossiers.rowsOf(bucketOfDossier(slug, year))];
    const start = dossierKey(slug, month, '');
    return rows
      .filter(([key]) => key.startsWith(start))
      .map(([, entry]) => entry)
      .sort(byReadingOrder);
  };
  const letGo = (): void => {
    for (const table of [entries, ofDossiers, marks]) table.spill();
  };
  return {
    letGo,
    get size() {
      return marks.size;
    },
    has: marks.has,
    file: marks.get,
    *filesOn(shelf) {
      for (const bucket of bucketsOfShelf(shelf))
        for (const [file] of marks.rowsOf(bucket)) if (isOnShelf(file, shelf)) yield file;
    },
    *files() {
      for (const [file] of marks.all()) yield file;
    },
    entry(file) {
      const mark = marks.get(file);
      return mark && entries.get(entryKey(mark.month, file));
    },
    months(monthAt) {
      const changed = [...entries.changedBuckets()];
      let held = 0;
      for (const bucket of changed) {
        const month = monthOfBucket(bucket);
        const ofMonth = entriesOf(month);
        if (ofMonth.length === 0) summaries.drop(month);
        else summaries.put(month, summarize(ofMonth, monthAt));
        held += ofMonth.length;
        if (held < TOGETHER) continue;
        letGo();
        held = 0;
      }
      // Of what was read just now most is asked for once more, or not at all.
      if (changed.length > WORTH_SPILLING) letGo();
      const months = [...summaries.all()].sort(([a], [b]) => (a < b ? 1 : -1));
      if (months.reduce((sum, [, { size }]) => sum + size, 0) !== marks.size)
        throw new TableDamaged('summary');
      const holders = holdersOfMonths();
      const ofTables: Holder = { letGo };
      return new MonthsOfEntries(
        // The files that they name are looked for by whoever needs them.
        months.map(([month, summary]) =>
          knownMonth(
            month,
            summary,
            {
              all() {
                holders.add(ofTables);
                return entriesOf(month) as readonly Entry[];
              },
              ofDossier: slug => entriesOfDossier(slug, month) as readonly Entry[],
            },
            holders,
          ),
        ),
        monthAt,
        file => marks.get(file)?.month,
      );
    },
  };
}

/** The inverse of `bucketOfMonth`. */
function monthOfBucket(bucket: number): string {
  const year = Math.floor((bucket - 1) / 12);
  return `${String(year).padStart(4, '0')}-${String(bucket - 12 * year).padStart(2, '0')}`;
}
