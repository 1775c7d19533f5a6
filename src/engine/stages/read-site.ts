// `_data`, and snapshots that are newer, to the site, and the clock to the instant of the edition.
import { SITE_RULES } from '../../pages/site-rules.ts';
import type { Problem } from '../../problem/problem.ts';
import { withNewerSnapshots } from '../../site/newer-snapshots.ts';
import type { Site } from '../../site/site.ts';
import { type StandingSnapshots, standingSnapshots } from '../../snapshots/snapshot-place.ts';
import type { Instant } from '../../time/instant.ts';
import type { BuildStart } from '../build-options.ts';
import { readSiteData } from '../reading/read-content.ts';
import { Stopped } from '../stage.ts';

export interface ReadSite {
  readonly site: Site;
  /** The instant of the edition. */
  readonly now: Instant;
  /** Those beside `_data`; null: nobody named a place of any. */
  readonly snapshots: StandingSnapshots | null;
  /** Of snapshots that are passed over. */
  readonly snapshotWarnings: readonly Problem[];
}

/** Throws `StoreError` when the place of snapshots can't be read: older ones would be shown without a word. */
export async function readSite({
  options,
  source,
}: Pick<BuildStart, 'options' | 'source'>): Promise<ReadSite | Stopped> {
  const ofData = readSiteData({ dataDir: options.dataDir, source }, SITE_RULES);
  if (!ofData.ok) return new Stopped(ofData.problems);
  const { participation = ofData.value.participation } = options;
  const read = { ...ofData.value, participation };
  const now = options.now ?? read.clock ?? options.wallClock;
  const snapshots = options.snapshots ? await standingSnapshots(options.snapshots) : null;
  if (snapshots === null) return { site: read, now, snapshots, snapshotWarnings: [] };
  const { site, warnings } = withNewerSnapshots(read, snapshots, now);
  return { site, now, snapshots, snapshotWarnings: warnings };
}
