// What `logs` of a site's settings names becomes the logs that are on this machine and may tell of hours that count.
import { globSync, statSync } from 'node:fs';
import type { Instant } from '../time/instant.ts';
import type { Log } from './count-logs.ts';

/**
 * Each file once, in the order of names: rotated logs stand after the one that is written to, and hours are counted as wholes in any order.
 * @param since a log that nobody has written to since then has no line of later.
 */
export function logsOfSite(patterns: readonly string[], since: Instant): readonly Log[] {
  const files = new Set(patterns.flatMap(pattern => globSync(pattern).sort()));
  return [...files]
    .filter(file => {
      const stat = statSync(file, { throwIfNoEntry: false });
      return stat !== undefined && !stat.isDirectory() && stat.mtimeMs >= since;
    })
    .map(file => ({ name: file, source: file }));
}
