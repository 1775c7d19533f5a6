// What a page says of itself becomes one graph of schema.org, for search engines and agents (JSON-LD 1.1). It is made of the page's view
// alone, so it can tell nothing that the page's fingerprint does not know.
import { HOME_URL, ICON_URLS, SEARCH_URL } from '../../address/addresses.ts';
import type { Link, PageView, Portal } from '../views.ts';

/** One thing of schema.org. Fields that are null are left out. */
export interface Thing {
  readonly '@type': string;
  readonly [field: string]: unknown;
}

/** Pages on which a portal says by what rules it works, the most telling first. */
const PRINCIPLES = ['charte', 'charte-editoriale', 'deontologie', 'principes', 'a-propos'].map(
  slug => `/${slug}/`,
);

/** The text of the page's `<script type="application/ld+json">`. No text in it can end the element. */
export function graphText(things: readonly Thing[]): string {
  const graph = { '@context': 'https://schema.org', '@graph': things };
  const text = JSON.stringify(graph, (_, value) => (value === null ? undefined : value));
  return text.replaceAll('<', '\\u003c');
}

/** On any page: what it is, where it stands, and whose it is. */
export function pageThings(view: PageView, type = 'WebPage'): readonly Thing[] {
  const { canonical, title, description, lang, portal } = view;
  return [
    {
      '@type': type,
      '@id': canonical,
      url: canonical,
      name: title,
      description,
      inLanguage: lang ?? portal.locale,
      isPartOf: { '@id': siteId(portal) },
      publisher: { '@id': publisherId(portal) },
    },
    ...trailOf(view),
    siteOf(portal),
    publisherOf(portal),
  ];
}

/** The way from the home page down, the page itself included. */
export function trailOf({ breadcrumb, crumb, title, canonical, portal }: PageView): readonly Thing[] {
  if (breadcrumb.length === 0) return [];
  const links = [
    ...breadcrumb.map(({ url, text }) => ({ name: text, item: portal.baseUrl + url })),
    { name: crumb ?? title, item: canonical },
  ];
  return [
    {
      '@type': 'BreadcrumbList',
      itemListElement: links.map((link, index) => ({ '@type': 'ListItem', position: index + 1, ...link })),
    },
  ];
}

/** Search engines read the first ones; a page is no longer for them than for readers. */
const MOST_LISTED = 20;

/** A list of articles in the order of the page, each once. */
export function listOf(items: readonly Pick<Link, 'url'>[], portal: Portal): Thing {
  const urls = [...new Set(items.map(({ url }) => url))].slice(0, MOST_LISTED);
  return {
    '@type': 'ItemList',
    numberOfItems: urls.length,
    itemListElement: urls.map((url, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      url: portal.baseUrl + url,
    })),
  };
}

export function siteId({ baseUrl }: Portal): string {
  return `${baseUrl}${HOME_URL}#site`;
}

export function publisherId({ baseUrl }: Portal): string {
  return `${baseUrl}${HOME_URL}#editeur`;
}

/** The portal, which can be searched. */
function siteOf(portal: Portal): Thing {
  return {
    '@type': 'WebSite',
    '@id': siteId(portal),
    url: portal.baseUrl + HOME_URL,
    name: portal.name,
    inLanguage: portal.locale,
    potentialAction: {
      '@type': 'SearchAction',
      target: `${portal.baseUrl}${SEARCH_URL}?q={mots}`,
      'query-input': 'required name=mots',
    },
  };
}

export function publisherOf(portal: Portal): Thing {
  const principles = PRINCIPLES.find(address => portal.editorial.some(({ url }) => url === address));
  return {
    '@type': 'NewsMediaOrganization',
    '@id': publisherId(portal),
    name: portal.name,
    url: portal.baseUrl + HOME_URL,
    logo: logoOf(portal),
    publishingPrinciples: principles === undefined ? null : portal.baseUrl + principles,
  };
}

/** In pixels, since not every program that reads this draws. */
function logoOf({ assets: { portalIcons }, baseUrl }: Portal): Thing | null {
  if (portalIcons === null) return null;
  const { size } = ICON_URLS.large;
  return { '@type': 'ImageObject', url: baseUrl + portalIcons.logo, width: size, height: size };
}
