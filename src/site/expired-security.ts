// A date until which somebody is named for holes in the site's security, and the clock, to a warning for the site's owner.
import { problemMessages } from '../locale/problem-messages.ts';
import type { Problem } from '../problem/problem.ts';
import { DAY } from '../time/durations.ts';
import type { Instant } from '../time/instant.ts';
import { problemsInData } from './locate-in-data.ts';
import type { Site } from './site.ts';

/** In days: time enough to look whether the address is still read. */
const NOTICE = 30;

/** Its file is relative to the data folder. */
export function findExpiredSecurity(
  dataDir: string,
  { security }: Pick<Site, 'security'>,
  now: Instant,
): readonly Problem[] {
  if (security === null || security.expires > now + NOTICE * DAY) return [];
  const days = Math.ceil((security.expires - now) / DAY);
  const message = days <= 0 ? problemMessages.securityExpired() : problemMessages.securityExpires(days);
  return problemsInData(dataDir, 'site', [
    { path: ['security', 'expires'], rule: 'security-expires', message },
  ]);
}
