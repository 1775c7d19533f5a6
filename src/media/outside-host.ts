// The address of a film or a sound on another site becomes the name of that site, for readers who follow the link.
import { domainToUnicode } from 'node:url';

/** Whether this is an address on another site and not a file: `https://…`, `//…`, `ftp://…`. */
export function isOutside(src: string): boolean {
  return /^\s*(?:[a-z][a-z0-9+.-]*:)?\/\//i.test(src);
}

/**
 * `youtube.com` of `https://www.youtube.com/watch?v=…`, with accents as readers write them (`été.fr`).
 *
 * null when readers should not follow the address: it is malformed, not `https:`, or holds a password.
 */
export function outsideHost(address: string): string | null {
  const url = URL.parse(address);
  if (url === null || url.protocol !== 'https:' || url.username !== '' || url.password !== '') return null;
  const host = domainToUnicode(url.hostname);
  return host === '' ? null : host.replace(/^www\.(?=.+\.)/, '');
}
