// The Markdown of an article becomes the addresses within the site to which it links, as the editor wrote them.
import { isAllowedLink } from './allowed-links.ts';
import { fileOfLink } from './body-addresses.ts';
import { eachTextBlock } from './body-step.ts';
import { makeParser } from './parser.ts';

const parser = makeParser({ html: false, linkify: true, isAllowedLink });

const NONE: readonly string[] = [];

/** Where a link begins that does not lead to another site: most links do, and most bodies need not be parsed for these. */
const MAY_LINK_WITHIN = /\](?:\(|:)\s*<?(?!https?:\/\/|mailto:|tel:)\S/gi;
/** As nearly every link within a site is written; where all are, no parser is needed to find them. */
const PLAIN_LINK = /(?<!!)\[[^[\]\n]{1,400}\]\((\/[a-z0-9/-]*(?:\.html)?)\)/g;
/** What makes text of a link: code, an escape, HTML. */
const PERHAPS_CODE = /[`\\<]|~~~/;
const THIS_MACHINE = /^(?:localhost|127(?:\.\d+){3}|\[::1\]|0\.0\.0\.0)$/;
const MAY_NAME_THIS_MACHINE = /localhost|127\.|\[::1\]|0\.0\.0\.0/i;

/**
 * Each address once, in the order of the text: relative ones, those of the site's own origin (null: it is not known) and of the editor's own machine. Those of
 * images and of files of the repository are not among them. Never throws.
 */
export function bodyLinks(body: string, siteOrigin: string | null): readonly string[] {
  const names = siteOrigin !== null && body.includes(new URL(siteOrigin).host);
  if (!names && !MAY_NAME_THIS_MACHINE.test(body)) {
    const within = body.match(MAY_LINK_WITHIN)?.length ?? 0;
    if (within === 0) return NONE;
    const plain = PERHAPS_CODE.test(body)
      ? []
      : [...body.matchAll(PLAIN_LINK)].map(([, address]) => address!);
    if (plain.length === within) return [...new Set(plain)];
  }
  const addresses = new Set<string>();
  for (const children of eachTextBlock(parser.parse(body, {}))) {
    for (const token of children) {
      const href = token.type === 'link_open' ? token.attrGet('href') : null;
      if (href === null || fileOfLink(String(href)) !== null) continue;
      if (linkWithin(String(href), '/', siteOrigin) !== null) addresses.add(String(href));
    }
  }
  return addresses.size === 0 ? NONE : [...addresses];
}

/** A link within the site. */
export interface LinkWithin {
  /** `/chine/`, decoded. */
  readonly path: string;
  /** Without `#`, decoded; empty: there is none. */
  readonly fragment: string;
  /** Whether it names the editor's own machine, where no reader finds it. */
  readonly isOfThisMachine: boolean;
}

/** Where a link on the page at `from` leads; null: to another site. */
export function linkWithin(href: string, from: string, siteOrigin: string | null): LinkWithin | null {
  const base = siteOrigin ?? 'https://site.example';
  const url = URL.parse(href, base + from);
  if (url === null || !/^https?:$/.test(url.protocol)) return null;
  const isOfThisMachine = THIS_MACHINE.test(url.hostname);
  // `http://` of a site that has `https://` is meant for it all the same.
  if (!isOfThisMachine && url.host !== new URL(base).host) return null;
  return { path: decoded(url.pathname), fragment: decoded(url.hash.slice(1)), isOfThisMachine };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
