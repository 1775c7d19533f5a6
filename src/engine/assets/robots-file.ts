// Where the sitemaps are, for robots that come: `/robots.txt` (RFC 9309). An owner's own, in the theme's folder `static`, stands in its place.
import { ROBOTS_URL, SITEMAP_INDEX_URL } from '../../address/addresses.ts';
import type { Asset } from './asset.ts';
import type { StaticFile } from './static-files.ts';

/** None when the owner has one. Of a site in a folder no robot reads it: there its line is for the host's own. */
export function robotsFile(baseUrl: string, ownersFiles: readonly StaticFile[]): readonly Asset[] {
  if (ownersFiles.some(({ url }) => url === ROBOTS_URL)) return [];
  const text = `User-agent: *\nAllow: /\n\nSitemap: ${baseUrl}${SITEMAP_INDEX_URL}\n`;
  return [{ url: ROBOTS_URL, bytes: Buffer.from(text) }];
}
