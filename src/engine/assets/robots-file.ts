// Where the sitemaps are, for robots that come: `/robots.txt` (RFC 9309).
import { ROBOTS_URL, SITEMAP_INDEX_URL } from '../../address/addresses.ts';
import type { Asset } from './asset.ts';

/** Of a site in a folder no robot reads it: there its line is for the host's own. */
export function robotsFile(baseUrl: string): Asset {
  const text = `User-agent: *\nAllow: /\n\nSitemap: ${baseUrl}${SITEMAP_INDEX_URL}\n`;
  return { url: ROBOTS_URL, bytes: Buffer.from(text) };
}
