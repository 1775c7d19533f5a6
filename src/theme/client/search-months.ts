// The words of a search to the articles that have them, month by month from the newest, each fetched when it is needed.
import { matchOf } from './matching.ts';

/** As the build writes it: address, title, summary, date as printed, section. */
export type Row = readonly [url: string, title: string, summary: string, date: string, section: string];

/** Months on their way at once: a rare word is looked for in all, and one by one would be slow. */
const AHEAD = 4;

/** Within a month those with the words in their title come first. A month that does not come is passed over. */
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
