// An address becomes the surrogate keys that Fastly makes of a request for it (docs/purge.md), by which a network of caches forgets it: the one place that says which.
import { hostAndPath } from './reader-address.ts';

/** The page's own: host and path. */
export function surrogateKeyOf(baseUrl: string, url: string): string {
  return hostAndPath(baseUrl, url);
}

/** Of every page of the site. No host has a colon and letters after it, so no page's own key is the same. */
export function surrogateKeyOfSite(baseUrl: string): string {
  return `site:${baseUrl.replace(/^https?:\/\//, '')}`;
}
