// `_data` to the site, and the clock to the instant of the edition.
import { SITE_RULES } from '../../pages/site-rules.ts';
import type { Site } from '../../site/site.ts';
import type { Instant } from '../../time/instant.ts';
import type { BuildStart } from '../build-options.ts';
import { readSiteData } from '../reading/read-content.ts';
import { Stopped } from '../stage.ts';

export interface ReadSite {
  readonly site: Site;
  /** The instant of the edition. */
  readonly now: Instant;
}

export function readSite({ options, source }: Pick<BuildStart, 'options' | 'source'>): ReadSite | Stopped {
  const site = readSiteData({ dataDir: options.dataDir, source }, SITE_RULES);
  if (!site.ok) return new Stopped(site.problems);
  return { site: site.value, now: options.now ?? site.value.clock ?? options.wallClock };
}
