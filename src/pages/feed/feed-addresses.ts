// A page to the addresses at which its feed stands: beside it, and beside those that it had under old slugs.
import { type FeedFormat, feedUrl } from '../../address/addresses.ts';
import { siteFolder } from '../../address/site-place.ts';
import { foldersWithoutRoom } from '../../host/redirects.ts';
import { movedFolders } from '../../site/moved-folders.ts';
import type { PageContext } from '../page-type.ts';

/**
 * No page can lead a reader's program on, so the feed itself stays at its old address, and names the present one as its own. Where a rule of
 * the host's answers for the old slug, it leads on from the feed as well.
 */
export function feedAddresses({
  site,
  edition,
  editorialPages,
}: PageContext): (page: string, format: FeedFormat) => readonly string[] {
  const moved = movedFolders(site, editorialPages);
  if (moved.list.length === 0) return (page, format) => [feedUrl(page, format)];
  const left = new Set(foldersWithoutRoom(site.host, edition, moved, siteFolder(site.baseUrl)));
  return (page, format) => {
    const present = feedUrl(page, format);
    return [present, ...moved.formerAddresses(present).filter(url => left.has(moved.oldFolder(url)!))];
  };
}
