// An old address, as `aliases` has it, becomes the address of the page that leads on from it, if files can answer it at all.
import { outputKey } from './addresses.ts';

/** What programs on a server made once, and what a host of files takes for a folder as well as any other name. */
export const SERVER_PAGE = /\.(?:php\d?|phtml|aspx?|ashx|jspx?|jhtml|cfm|cgi|pl|do|action|[sdpx]html)$/i;

/** Files that every host sends as a page. */
const PAGE_FILE = /\.html?$/i;

/**
 * Some hosts look for these names first when a folder is asked for: a page there would stand before the front page. `index.html` is the
 * name that all know.
 */
const FOLDERS_OWN = /^(?:index|default)\.(?!html$)/i;

/**
 * `/ancien.html` for itself, `/vieux/` for `/vieux` too, and `/article.php/` for `/article.php`: hosts of files send readers to the
 * folder of that name. null: only a rule of the host's can answer it, since a file sees no `?`, or is looked for too early.
 */
export function redirectUrl(alias: string): string | null {
  if (alias.includes('?') || alias.split('/').some(name => FOLDERS_OWN.test(name))) return null;
  return alias.endsWith('/') || PAGE_FILE.test(alias) ? alias : `${alias}/`;
}

/** Old addresses that one page would answer have one key; those that no page can answer are what they are. */
export function oldAddressKey(alias: string): string {
  const url = redirectUrl(alias);
  return url === null ? alias : outputKey(url);
}
