// Rules for the host to `/_redirects`, as Netlify, Cloudflare Pages and GitLab Pages read it: a rule a line, the first that fits counts.
import { HOST_RULES_URL } from '../../address/addresses.ts';
import { publishedUrl, siteFolder } from '../../address/site-place.ts';
import { hostRules } from '../../edition/host-rules.ts';
import type { PageContext } from '../../pages/page-type.ts';
import { movedFolders } from '../../site/moved-folders.ts';
import type { Asset } from './asset.ts';

/** None where pages lead on, or nothing has moved. */
export function redirectsFile({ site, edition, editorialPages }: PageContext): readonly Asset[] {
  if (site.redirects !== 'rules') return [];
  const rules = hostRules(edition.addressed, movedFolders(site, editorialPages));
  if (rules.length === 0) return [];
  // Hosts read addresses from their root, also where the site lives in a folder.
  const folder = siteFolder(site.baseUrl);
  const written = (url: string): string => encodeURI(publishedUrl(url, folder));
  // 301: for good.
  const lines = rules.map(({ from, to }) => `${written(from)} ${written(to)} 301\n`);
  return [{ url: HOST_RULES_URL, bytes: Buffer.from(lines.join('')) }];
}
