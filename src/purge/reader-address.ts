// An address within the site becomes the one that readers ask for, by which caches keep pages; and what somebody typed, the one within the site.
import { outputPath, urlOf } from '../address/addresses.ts';
import { pathInFolder, siteFolder } from '../address/site-place.ts';

/**
 * `https://exemple.fr/journal/chine/` of `/chine/`: whole, and escaped as browsers send it. Names of files are bytes to the engine, so a `%`, `?` or `#`
 * in one is escaped, too.
 */
export function readerAddress(baseUrl: string, url: string): string {
  return baseUrl + encodedPath(url);
}

/** The same without the scheme, `exemple.fr/journal/chine/`. */
export function hostAndPath(baseUrl: string, url: string): string {
  return readerAddress(baseUrl, url).replace(/^https?:\/\//, '');
}

/** The same from the host's root, `/journal/chine/`. */
export function pathOnHost(baseUrl: string, url: string): string {
  return siteFolder(baseUrl) + encodedPath(url);
}

/** `exemple.fr`, with the port where one is named. */
export function hostOf(baseUrl: string): string {
  return new URL(baseUrl).host;
}

function encodedPath(url: string): string {
  return encodeURI(url.toWellFormed()).replace(/[?#]/g, mark => (mark === '?' ? '%3F' : '%23'));
}

/**
 * What somebody typed, or copied out of a browser, as an address within the site: with or without the site's own before it, escaped or not. What
 * follows `?` or `#` is no part of it, and `/chine/index.html` is `/chine/`. null: it leads to another site, or nowhere.
 */
export function typedToUrl(typed: string, baseUrl: string): string | null {
  const { origin } = new URL(baseUrl);
  const whole = /^(https?:)?\/\//i.test(typed);
  if (!whole && !typed.startsWith('/')) return null;
  const address = URL.canParse(typed, origin) ? new URL(typed, origin) : null;
  if (address === null || address.host !== new URL(origin).host) return null;
  const inside = pathInFolder(address.pathname, siteFolder(baseUrl));
  // Without a host before it the address may be the one that the guide tells editors to write.
  const path = inside ?? (whole ? null : address.pathname);
  return path === null ? null : urlOf(outputPath(decoded(path)));
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
