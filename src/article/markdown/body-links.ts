// The Markdown of an article becomes the addresses within the site to which it links, as the editor wrote them.
import { isFromRoot, pathInFolder, type SitePlace, siteFolder, typedPath } from '../../address/site-place.ts';
import { isAllowedLink, schemeOf } from './allowed-links.ts';
import { fileOfLink } from './body-addresses.ts';
import { eachTextBlock } from './body-step.ts';
import { makeParser } from './parser.ts';
import { typedAddresses } from './typed-addresses.ts';

const parser = makeParser({ html: false, linkify: true, isAllowedLink });

const NONE: readonly string[] = [];

/** How an address begins that leads to another site, as most do, unless it names the site itself. */
const WITH_SCHEME = /^<?(?:https?:\/\/|mailto:|tel:)/i;
/** As nearly every address within a site is written; where all are, no parser is needed to find them. */
const PLAIN_ADDRESS = /^(\/(?!\/)[a-z0-9/-]*(?:\.html)?)\)/;
/** More words are no link: to go back over more of them from each bracket takes long. */
const MOST_WORDS = 400;
/** What makes text of a link: code, an escape, HTML. */
const PERHAPS_CODE = /[`\\<]|~~~/;
const THIS_MACHINE = /^(?:localhost|127(?:\.\d+){3}|\[::1\]|0\.0\.0\.0)$/;
const MAY_NAME_THIS_MACHINE = /:\/\/[^\s/]*?(?:localhost|127\.|\[::1\]|0\.0\.0\.0)/i;

/**
 * Each address once, in the order of the text: relative ones, those of the site's own address and of the editor's own machine. Those of
 * images and of files of the repository are not among them. Never throws.
 */
export function bodyLinks(body: string, place: SitePlace): readonly string[] {
  return linksWithoutParser(body, place.baseUrl) ?? linksOfParser(body, place);
}

/** The links of nearly every body; null: only the parser can tell them. */
function linksWithoutParser(body: string, baseUrl: string | null): readonly string[] | null {
  const host = baseUrl === null ? null : hostOf(baseUrl);
  // In running text only an address with a scheme is a link.
  if (body.includes('://') && ((host !== null && names(body, host)) || MAY_NAME_THIS_MACHINE.test(body)))
    return null;
  const leadsElsewhere = (address: string): boolean =>
    WITH_SCHEME.test(address) && (host === null || !names(address.toLowerCase(), host));
  const links: string[] = [];
  for (const { text, bracket } of typedAddresses(body)) {
    if (leadsElsewhere(text)) continue;
    const address = PLAIN_ADDRESS.exec(text)?.[1];
    if (address === undefined || !endsWords(body, bracket)) return null;
    links.push(address);
  }
  if (links.length === 0) return NONE;
  return PERHAPS_CODE.test(body) ? null : [...new Set(links)];
}

/** Whether the words of a link, and not of an image, end at a bracket. */
function endsWords(body: string, bracket: number): boolean {
  const before = body.slice(Math.max(0, bracket - MOST_WORDS), bracket);
  const start = before.lastIndexOf('[');
  const words = before.slice(start + 1);
  return (
    start > 0 && words !== '' && before[start - 1] !== '!' && !words.includes(']') && !words.includes('\n')
  );
}

function linksOfParser(body: string, place: SitePlace): readonly string[] {
  const addresses = new Set<string>();
  for (const children of eachTextBlock(parser.parse(body, {}))) {
    for (const token of children) {
      const href = token.type === 'link_open' ? token.attrGet('href') : null;
      if (href === null || fileOfLink(String(href)) !== null) continue;
      if (linkWithin(String(href), '/', place) !== null) addresses.add(String(href));
    }
  }
  return addresses.size === 0 ? NONE : [...addresses];
}

/** The host that an origin names, and its end from the first dot on, which is found faster in a text: dots are rare there, letters are not. */
interface Host {
  readonly name: string;
  readonly end: string;
}

/** Of one site, or in tests of several: to parse an origin takes longer than to look for links. */
const hosts = new Map<string, Host>();

function hostOf(origin: string): Host {
  const known = hosts.get(origin);
  if (known !== undefined) return known;
  const { host } = new URL(origin);
  const made = { name: host, end: host.slice(Math.max(0, host.indexOf('.'))) };
  hosts.set(origin, made);
  return made;
}

function names(text: string, { name, end }: Host): boolean {
  return text.includes(end) && text.includes(name);
}

/** A link within the site. */
export interface LinkWithin {
  /** `/chine/`, decoded. */
  readonly path: string;
  /** `?article12`, decoded; empty: there is none. */
  readonly query: string;
  /** Without `#`, decoded; empty: there is none. */
  readonly fragment: string;
  /** Whether it names the editor's own machine, where no reader finds it. */
  readonly isOfThisMachine: boolean;
}

/** Where a link on the page at `from` leads; null: to another site. */
export function linkWithin(href: string, from: string, place: SitePlace): LinkWithin | null {
  const base = place.baseUrl ?? 'https://site.example';
  const url = URL.parse(href, base + from);
  if (url === null || !/^https?:$/.test(url.protocol)) return null;
  const isOfThisMachine = THIS_MACHINE.test(url.hostname);
  // `http://` of a site that has `https://` is meant for it all the same.
  if (!isOfThisMachine && url.host !== hostOf(base).name) return null;
  const path = pathWithin(href, url, place, siteFolder(base)) ?? (isOfThisMachine ? url.pathname : null);
  if (path === null) return null;
  return {
    path: decoded(path),
    query: decoded(url.search),
    fragment: decoded(url.hash.slice(1)),
    isOfThisMachine,
  };
}

/** null: beside the folder of the site, on the same host. */
function pathWithin(href: string, { pathname }: URL, place: SitePlace, folder: string): string | null {
  if (isFromRoot(href)) return typedPath(pathname, place);
  const path = pathInFolder(pathname, folder);
  if (path !== null || schemeOf(href) !== null || href.startsWith('//')) return path;
  // With more `../` than there are folders it leaves the site, where nobody meant to go.
  return `/..${pathname}`;
}

/** As it is when it can't be decoded. */
export function decoded(text: string): string {
  if (!text.includes('%')) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
