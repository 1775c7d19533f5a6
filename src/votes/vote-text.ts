// The votes of polls become the text of the snapshot `poll-totals`, and back.
import { pollTotalsSchema } from '../site/poll-totals-schema.ts';
import type { PollTotals } from '../site/site.ts';
import type { Instant } from '../time/instant.ts';
import { momentOf } from '../time/moment.ts';

/** What was counted for one poll. */
export interface PollCount {
  readonly date: Instant;
  /** By the slugs of choices. */
  readonly votes: Readonly<Record<string, number>>;
}

/** By the slugs of polls. */
export type PollCounts = ReadonlyMap<string, PollCount>;

/** null: it is no snapshot that can be read. */
export function readVoteText(text: string, timeZone: string): PollCounts | null {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return null;
  }
  const checked = pollTotalsSchema(timeZone).safeParse(json);
  return checked.success ? countsOf(checked.data) : null;
}

export function countsOf({ date, counted, votes }: PollTotals): PollCounts {
  return new Map(
    Object.entries(votes).map(([poll, ofPoll]) => [poll, { date: counted[poll] ?? date, votes: ofPoll }]),
  );
}

/** A poll has a date of its own where it is not that of the newest count. There is one at least. */
export function voteText(counts: PollCounts, timeZone: string): string {
  const iso = (date: Instant): string => momentOf(date, timeZone).iso;
  const newest = Math.max(...[...counts.values()].map(({ date }) => date));
  const older = [...counts].filter(([, { date }]) => date !== newest);
  const whole = {
    date: iso(newest),
    ...(older.length === 0
      ? {}
      : { counted: Object.fromEntries(older.map(([poll, { date }]) => [poll, iso(date)])) }),
    votes: Object.fromEntries([...counts].map(([poll, { votes }]) => [poll, votes])),
  };
  return `${JSON.stringify(whole, null, 2)}\n`;
}
