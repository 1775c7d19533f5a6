// The counts of past hours, as one run leaves them for the next: addresses of articles and numbers, and nothing of any reader.
import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { HOUR } from '../time/durations.ts';
import type { Instant } from '../time/instant.ts';
import type { HourCount } from './read-counter.ts';

export interface HourCounts {
  /** Of the newest line of all runs; -Infinity: there was none. */
  readonly newest: Instant;
  /** By hours since 1970. */
  readonly hours: ReadonlyMap<number, HourCount>;
}

export const NO_COUNTS: HourCounts = { newest: Number.NEGATIVE_INFINITY, hours: new Map() };

/** In the cache. `npm run clean` leaves it: nothing but logs that may be gone could fill it again. */
export const COUNTS_FOLDER = 'most-read';

const fileSchema = z.strictObject({
  version: z.literal(1),
  newest: z.number(),
  hours: z.record(
    z.string().regex(/^\d{1,8}$/),
    z.strictObject({
      lines: z.number().nonnegative(),
      readers: z.record(z.string(), z.number().nonnegative()),
    }),
  ),
});

/**
 * What both say. An hour is that of the run that read more of its lines, whole: a log that is read again is counted once, and one that was
 * rotated away keeps what was counted of it. Of two that read as many it is the later one's.
 * @param since the start of the oldest hour that is of use.
 */
export function joinHours(before: HourCounts, now: HourCounts, since: Instant): HourCounts {
  const hours = new Map<number, HourCount>();
  for (const [hour, count] of [...before.hours, ...now.hours]) {
    if ((hour + 1) * HOUR <= since) continue;
    const known = hours.get(hour);
    if (known === undefined || count.lines >= known.lines) hours.set(hour, count);
  }
  return {
    newest: Math.max(before.newest, now.newest),
    hours: new Map([...hours].sort(([a], [b]) => a - b)),
  };
}

function countsFile(cacheDir: string): string {
  return join(cacheDir, COUNTS_FOLDER, 'hours.json');
}

/** Of a file that is not there, or is damaged, nothing: the next runs fill it again. */
export async function readHourCounts(cacheDir: string): Promise<HourCounts> {
  let text: string;
  try {
    text = await readFile(countsFile(cacheDir), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return NO_COUNTS;
    throw error;
  }
  const read = fileSchema.safeParse(parsed(text));
  if (!read.success) return NO_COUNTS;
  const hours = Object.entries(read.data.hours).map(([hour, { lines, readers }]): [number, HourCount] => [
    Number(hour),
    { lines, readers: new Map(Object.entries(readers)) },
  ]);
  return { newest: read.data.newest, hours: new Map(hours) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

export async function writeHourCounts(cacheDir: string, { newest, hours }: HourCounts): Promise<void> {
  const file = countsFile(cacheDir);
  const content = {
    version: 1,
    newest,
    hours: Object.fromEntries(
      [...hours].map(([hour, { lines, readers }]) => [hour, { lines, readers: Object.fromEntries(readers) }]),
    ),
  };
  await mkdir(dirname(file), { recursive: true });
  const half = `${file}.half-${randomUUID()}`;
  try {
    await writeFile(half, JSON.stringify(content));
    await rename(half, file);
  } finally {
    await rm(half, { force: true });
  }
}
