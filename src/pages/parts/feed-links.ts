// Where programs find the feeds of a page: what its head says of them.
import { type FeedFormat, feedUrl, HOME_URL } from '../../address/addresses.ts';
import { FEED_TYPES } from '../../host/content-type.ts';
import type { FeedLink } from '../views.ts';

/** Of a page with feeds of whole texts, in all formats; the portal's Atom feed is on every page. */
export function feedsOfFront(page: string, title: string): readonly FeedLink[] {
  const formats: readonly FeedFormat[] = page === HOME_URL ? ['rss', 'json'] : ['atom', 'rss', 'json'];
  return formats.map(format => linkTo(page, title, format));
}

/** Of a page with a feed of summaries. */
export function feedOfList(page: string, title: string): readonly FeedLink[] {
  return [linkTo(page, title, 'atom')];
}

function linkTo(page: string, title: string, format: FeedFormat): FeedLink {
  return { url: feedUrl(page, format), type: FEED_TYPES[format], title };
}
