// The address of a film or a sound elsewhere to the name of the site that readers are sent to.
import { domainToUnicode } from 'node:url';

/** Whether an editor who wrote this means an address elsewhere, and not a file: `https://…`, `//…`, `ftp://…`. */
export function isOutside(src: string): boolean {
  return /^\s*(?:[a-z][a-z0-9+.-]*:)?\/\//i.test(src);
}

/**
 * `youtube.com` of `https://www.youtube.com/watch?v=…`, in letters as readers know them (`été.fr`).
 *
 * null when the address is not one to send readers to: it is malformed, is not `https:`, or has a password in it.
 */
export function outsideHost(address: string): string | null {
  const url = URL.parse(address);
  if (url === null || url.protocol !== 'https:' || url.username !== '' || url.password !== '') return null;
  const host = domainToUnicode(url.hostname);
  return host === '' ? null : host.replace(/^www\.(?=.+\.)/, '');
}
