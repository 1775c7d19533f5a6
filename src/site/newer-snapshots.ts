// A site and the snapshots that stand elsewhere than in `_data` to the site with whichever of both is dated later.
import type { z } from 'zod';
import { siteFolder } from '../address/site-place.ts';
import { problemMessages } from '../locale/problem-messages.ts';
import { withinLength } from '../problem/cap-problems.ts';
import type { Problem } from '../problem/problem.ts';
import { wholeFile } from '../problem/whole-file.ts';
import { snapshotPath } from '../snapshots/open-place.ts';
import { SNAPSHOTS, type SnapshotName, type StandingSnapshots } from '../snapshots/snapshot-place.ts';
import { HOUR } from '../time/durations.ts';
import type { Instant } from '../time/instant.ts';
import { momentOf } from '../time/moment.ts';
import { readDataBytes } from './data-file.ts';
import type { Site } from './site.ts';
import { SNAPSHOT_FIELDS, type SnapshotField, snapshotSchemas } from './snapshot-schemas.ts';

/** As far as clocks of machines are apart, and a zone by a summer's hour. What is dated later than that was never measured. */
const AHEAD_AT_MOST = HOUR;

export interface NewerSnapshots {
  readonly site: Site;
  /** Of snapshots that are passed over; the site shows what `_data` says. */
  readonly warnings: readonly Problem[];
}

interface Dated {
  readonly date: Instant;
}

/** @param now the instant of the edition. */
export function withNewerSnapshots(site: Site, standing: StandingSnapshots, now: Instant): NewerSnapshots {
  const changes: Partial<Record<SnapshotField, Dated>> = {};
  const turns: Instant[] = [];
  const warnings: Problem[] = [];
  const isToCome = ({ date }: Dated): boolean => date > now + AHEAD_AT_MOST;
  const schemas = snapshotSchemas(site.timeZone, siteFolder(site.baseUrl));
  for (const name of SNAPSHOTS) {
    const field = SNAPSHOT_FIELDS[name];
    const read = readSnapshot(standing, name, schemas[field]);
    if (read === null) continue;
    if ('file' in read) {
      warnings.push(read);
      continue;
    }
    const ofData: Dated | null = site[field];
    for (const each of [read, ofData])
      if (each !== null && isToCome(each)) turns.push(each.date - AHEAD_AT_MOST);
    if (isToCome(read)) {
      const message = problemMessages.snapshotToCome(iso(read.date, site), iso(now, site));
      warnings.push(wholeFile(snapshotPath(standing.place, name), 'snapshot-passed-over', message));
    } else if (ofData === null || isToCome(ofData) || read.date > ofData.date) changes[field] = read;
  }
  // Each was read by the schema of its field.
  return { site: { ...site, ...(changes as Partial<Site>), snapshotTurns: turns }, warnings };
}

function iso(instant: Instant, { timeZone }: Site): string {
  return momentOf(instant, timeZone).iso;
}

/** null: there is none. */
function readSnapshot(
  { place, texts }: StandingSnapshots,
  name: SnapshotName,
  schema: z.ZodType<Dated>,
): Dated | Problem | null {
  const text = texts[name];
  if (text === null) return null;
  const read = readDataBytes(Buffer.from(text), snapshotPath(place, name), schema);
  if (read.ok) return read.value;
  const { message, ...where } = read.problems[0]!;
  return {
    ...where,
    rule: 'snapshot-passed-over',
    message: withinLength(problemMessages.faultySnapshot(message)),
  };
}
