// An order of articles becomes the snapshot that a site shows, unless it is there already.
import type { SnapshotPlace } from '../snapshots/snapshot-place.ts';
import type { Instant } from '../time/instant.ts';
import { momentOf } from '../time/moment.ts';

export interface MostReadList {
  /** Of the newest reading that may be among those counted. */
  readonly date: Instant;
  /** Within the site. */
  readonly addresses: readonly string[];
}

/** @returns whether something was written: a list that says the same is left alone, so that nothing is built for it. */
export async function writeMostRead(
  place: SnapshotPlace,
  { date, addresses }: MostReadList,
  timeZone: string,
): Promise<boolean> {
  const text = `${JSON.stringify({ date: momentOf(date, timeZone).iso, addresses }, null, 2)}\n`;
  if ((await place.read('most-read')) === text) return false;
  await place.write('most-read', text);
  return true;
}
