// What a reader's browser asked for becomes the address of an article within the site.
import { articleAddress } from '../address/addresses.ts';
import { pathInFolder } from '../address/site-place.ts';

/** From an address within the site to the one under which the same article stands today; null: it is no old address. */
export type PresentAddress = (url: string) => string | null;

/** The form that proxies get requests in (RFC 9112, § 3.2.2). */
const ORIGIN = /^https?:\/\/[^/]*/i;

/**
 * Servers take two slashes for one, and letters with an escape for the letters; some hosts give an article without its `.html`.
 * @param folder of the site on its host, or ''.
 * @param presentAddress of the article to which an old address leads; null: it is none.
 * @returns null: no address of an article has this form.
 */
export function askedArticle(target: string, folder: string, presentAddress: PresentAddress): string | null {
  const path = withoutEscapes(target.replace(ORIGIN, '').replace(/[?#].*$/s, '')).replace(/\/{2,}/g, '/');
  const url = pathInFolder(path, folder);
  if (url === null) return null;
  const named = [url, `${url}.html`];
  const asked = named.find(each => articleAddress(each) !== null) ?? null;
  return presentAddress(asked ?? url) ?? asked;
}

function withoutEscapes(path: string): string {
  if (!path.includes('%')) return path;
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
