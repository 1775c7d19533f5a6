// What a reader's browser asked for becomes the address of an article within the site.
import { articleAddress } from '../address/addresses.ts';
import { pathInFolder } from '../address/site-place.ts';

/** The form that proxies get requests in (RFC 9112, § 3.2.2). */
const ORIGIN = /^https?:\/\/[^/]*/i;

/**
 * Servers take two slashes for one, and letters with an escape for the letters; some hosts give an article without its `.html`.
 * @param folder of the site on its host, or ''.
 * @returns null: no address of an article has this form.
 */
export function askedArticle(target: string, folder: string): string | null {
  const path = withoutEscapes(target.replace(ORIGIN, '').replace(/[?#].*$/s, '')).replace(/\/{2,}/g, '/');
  const url = pathInFolder(path, folder);
  if (url === null) return null;
  return [url, `${url}.html`].find(each => articleAddress(each) !== null) ?? null;
}

function withoutEscapes(path: string): string {
  if (!path.includes('%')) return path;
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
