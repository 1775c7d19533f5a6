// A tree of files as a stranger meets it: where it lives, what is at an address, where a link leads.
import { join } from 'node:path';
import { pathInFolder } from '../../address/site-place.ts';
import { type AddressTable, openTable, type SharedTable } from './address-table.ts';
import { type LeadingOn, leader } from './redirects.ts';
import type { ReadHeaders } from './sent-headers.ts';

/** Plain data, which goes to every thread. */
export interface TreeData {
  readonly root: string;
  /** Scheme and host at which it is published, `https://exemple.fr`; null: nobody says. */
  readonly origin: string | null;
  /** In which it is there: `/journal`, or ''. */
  readonly folder: string;
  readonly table: SharedTable;
  readonly redirects: readonly LeadingOn[];
  readonly hasSitemap: boolean;
  /** What a host is told of headers, and where that stands; null: nobody knows. */
  readonly sent: { readonly place: string; readonly headers: ReadHeaders } | null;
  /** Those of the headers of all pages. */
  readonly policies: readonly string[];
  /** In bytes, of one page with all that it loads but photographs. */
  readonly budget: number;
}

export type Led =
  /** To a file of the tree. */
  | { readonly to: 'file'; readonly file: number; readonly fragment: string; readonly address: string }
  /** To an address of the tree at which nothing is. */
  | { readonly to: 'nothing'; readonly address: string }
  /** To another site. */
  | { readonly to: 'outside'; readonly url: string }
  /** To no page at all: `mailto:`, `data:`. */
  | { readonly to: 'other' }
  /** It is no address. */
  | { readonly to: 'nowhere' };

export interface Tree extends Omit<TreeData, 'table'> {
  readonly table: AddressTable;
  /** @param from the address within the tree of the page that has the link. */
  lead(href: string, from: string, base?: string | null): Led;
  pathOf(path: string): string;
}

/** Browsers follow twenty (Fetch, § 4.4); nobody waits for as many. */
const MOST_STEPS = 5;
const OTHER: Led = { to: 'other' };
const NOWHERE: Led = { to: 'nowhere' };
/** For trees of which nobody says where they are published. */
const SOME_ORIGIN = 'http://localhost';

export function openTree(data: TreeData): Tree {
  const table = openTable(data.table);
  const origin = data.origin ?? SOME_ORIGIN;
  const { folder } = data;
  const leadOn = leader(data.redirects);

  /** @param path from the host's root, without `?` and `#`. */
  const leadTo = (path: string, fragment: string): Led => {
    const within = pathInFolder(path, folder);
    if (within === null) return { to: 'outside', url: origin + path };
    const address = decoded(within);
    if (address === null) return NOWHERE;
    const file = fileAt(table, address);
    if (file !== -1) return { to: 'file', file, fragment, address };
    return redirected(folder + within) ?? { to: 'nothing', address };
  };

  /** Rules are for addresses from the host's root. null: none leads to a page. */
  const redirected = (path: string): Led | null => {
    let at = path;
    for (let steps = 0; steps < MOST_STEPS; steps++) {
      const to = leadOn(at);
      if (to === null) return null;
      if (!to.startsWith('/'))
        return to.startsWith(`${origin}/`) ? lead(to, '/') : { to: 'outside', url: to };
      const [next, fragment] = cut(to);
      const within = pathInFolder(next, folder);
      const address = within === null ? null : decoded(within);
      if (address === null) return { to: 'outside', url: origin + to };
      const file = fileAt(table, address);
      if (file !== -1) return { to: 'file', file, fragment, address };
      at = next;
    }
    return null;
  };

  const lead: Tree['lead'] = (href, from, base = null) => {
    const first = href[0];
    // By far the most: from the host's root, with nothing to resolve.
    if (
      first === '/' &&
      href[1] !== '/' &&
      href[1] !== '\\' &&
      !href.includes('/.') &&
      !href.includes('\\')
    ) {
      const [path, fragment] = cut(href);
      return leadTo(path, fragment);
    }
    if (first === '#' && base === null) {
      const file = fileAt(table, from);
      return { to: 'file', file, fragment: fragmentOf(href.slice(1)), address: from };
    }
    let url: URL;
    try {
      const page = origin + folder + encodeURI(from);
      url = new URL(href, base === null ? page : new URL(base, page));
    } catch {
      return NOWHERE;
    }
    if (url.protocol !== 'http:' && url.protocol !== 'https:') return OTHER;
    if (url.origin !== origin) return { to: 'outside', url: url.href };
    return leadTo(url.pathname, fragmentOf(url.hash.slice(1)));
  };

  return { ...data, table, lead, pathOf: path => join(data.root, path) };
}

/** With the name of a folder's page or of a page left out, hosts answer as well. */
function fileAt(table: AddressTable, address: string): number {
  const exact = table.find(address);
  if (exact !== -1) return exact;
  const ofFolder = address.endsWith('/') ? -1 : table.find(`${address}/`);
  return ofFolder !== -1 || address.endsWith('/') ? ofFolder : table.find(`${address}.html`);
}

function cut(href: string): readonly [path: string, fragment: string] {
  const hash = href.indexOf('#');
  const fragment = hash === -1 ? '' : fragmentOf(href.slice(hash + 1));
  const rest = hash === -1 ? href : href.slice(0, hash);
  const question = rest.indexOf('?');
  return [question === -1 ? rest : rest.slice(0, question), fragment];
}

/** Texts to which a browser scrolls by itself are no place of the page's own (URL Fragment Text Directives, § 3.3). */
function fragmentOf(text: string): string {
  const directive = text.indexOf(':~:');
  return directive === -1 ? text : text.slice(0, directive);
}

/** null: it is no UTF-8, and no file's name. */
function decoded(path: string): string | null {
  if (!path.includes('%')) return path;
  try {
    return decodeURIComponent(path);
  } catch {
    return null;
  }
}
