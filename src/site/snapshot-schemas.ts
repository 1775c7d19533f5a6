// Which field of a site each snapshot fills, and what it has to say, whether it stands in `_data` or elsewhere.
import type { z } from 'zod';
import type { SnapshotName } from '../snapshots/snapshot-place.ts';
import { mostReadSchema } from './most-read-schema.ts';
import { pollTotalsSchema } from './poll-totals-schema.ts';
import { proofSchema } from './proof-schema.ts';
import type { Site } from './site.ts';
import { weatherSchema } from './weather-schema.ts';

export const SNAPSHOT_FIELDS = {
  weather: 'weather',
  'most-read': 'mostRead',
  'poll-totals': 'pollTotals',
  proof: 'proof',
} as const satisfies Record<SnapshotName, keyof Site>;

export type SnapshotField = (typeof SNAPSHOT_FIELDS)[SnapshotName];

type SnapshotSchemas = { readonly [Field in SnapshotField]: z.ZodType<NonNullable<Site[Field]>> };

/**
 * @param timeZone the site's zone, for a date without an offset.
 * @param folder of the site on its host, or ''.
 */
export function snapshotSchemas(timeZone: string, folder: string): SnapshotSchemas {
  return {
    weather: weatherSchema(timeZone),
    mostRead: mostReadSchema(timeZone, folder),
    pollTotals: pollTotalsSchema(timeZone),
    proof: proofSchema(timeZone),
  };
}
