// The votes that were counted become the snapshot `poll-totals`, which pages show. Polls of which the service knows nothing stay as they are.
import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import type { SnapshotPlace } from '../snapshots/snapshot-place.ts';
import type { Instant } from '../time/instant.ts';
import type { Store } from './store/store.ts';

const NAME = 'poll-totals';

const snapshotSchema = z.object({
  date: z.string(),
  counted: z.record(z.string(), z.string()).default({}),
  votes: z.record(z.string(), z.record(z.string(), z.number())),
});

/** @returns how many polls have other votes than the snapshot said; without any it stays, with its date. */
export async function exportTotals(
  store: Pick<Store, 'votes'>,
  snapshots: SnapshotPlace,
  now: Instant,
): Promise<number> {
  const text = await snapshots.read(NAME);
  const last = text === null ? null : snapshotSchema.parse(JSON.parse(text));
  const before = last?.votes ?? {};
  const counted = Object.entries(await store.votes()).map(([poll, votes]) => [poll, { ...votes }] as const);
  const changed = counted.filter(([poll, votes]) => !isDeepStrictEqual(before[poll], votes));
  if (changed.length === 0) return 0;
  const date = `${new Date(now).toISOString().slice(0, 19)}Z`;
  const fresh = Object.fromEntries(counted);
  const kept = Object.keys(before).filter(poll => !Object.hasOwn(fresh, poll));
  const dates = Object.fromEntries(kept.map(poll => [poll, last!.counted[poll] ?? last!.date]));
  const votes = { ...before, ...fresh };
  await snapshots.write(NAME, `${JSON.stringify({ date, counted: dates, votes }, null, 2)}\n`);
  return changed.length;
}
