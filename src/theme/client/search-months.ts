// The words of a search become the articles that contain them, newest month first. It fetches a month only when it needs it.
import { matchOf } from './matching.ts';

/** One article in a month's file (`search-pages.ts`); the date is as printed. */
export type Row = readonly [url: string, title: string, summary: string, date: string, section: string];

/** How many months load at the same time. A search for a rare word needs all months, and one after the other would be slow. */
const AHEAD = 4;

/** Within a month, articles with all words in the title come first. A month that does not load is left out. */
export async function* foundIn(
  months: readonly string[],
  sought: readonly string[],
  fetchMonth: (url: string) => Promise<readonly Row[]>,
): AsyncGenerator<Row, void> {
  const coming: Promise<readonly Row[]>[] = [];
  for (let index = 0; index < months.length; index++) {
    while (coming.length < AHEAD && index + coming.length < months.length)
      coming.push(fetchMonth(months[index + coming.length]!).catch(() => []));
    const rows = await coming.shift()!;
    const matched = rows.map(row => ({ row, match: matchOf(sought, row[1], row[2]) }));
    for (const wanted of [2, 1]) for (const { row, match } of matched) if (match === wanted) yield row;
  }
}
