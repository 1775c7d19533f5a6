// The portal's search, for browsers that search it from their own bar: `/opensearch.xml` (OpenSearch 1.1, draft 6).
import { FAVICON_ICO_URL, OPENSEARCH_URL, SEARCH_URL } from '../../address/addresses.ts';
import { markupText } from '../../images/markup-text.ts';
import type { Site } from '../../site/site.ts';
import { shorten } from '../../source/shorten.ts';
import type { Asset } from './asset.ts';
import type { ThemeAssets } from './assets.ts';

/** In characters: what the specification lets each of them have. */
const LONGEST = { shortName: 16, longName: 48 } as const;

export function openSearchFile(
  { name, description, locale, baseUrl }: Pick<Site, 'name' | 'description' | 'locale' | 'baseUrl'>,
  { addresses }: Pick<ThemeAssets, 'addresses'>,
): Asset {
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">',
    element('ShortName', shorten(name, LONGEST.shortName)),
    element('LongName', shorten(name, LONGEST.longName)),
    element('Description', description),
    ...(addresses.portalIcons === null
      ? []
      : [
          `<Image height="16" width="16" type="image/x-icon">${markupText(baseUrl + FAVICON_ICO_URL)}</Image>`,
        ]),
    // The words stand where the search's own form puts them.
    `<Url type="text/html" method="get" template="${markupText(baseUrl + SEARCH_URL)}?q={searchTerms}"/>`,
    `<Url type="application/opensearchdescription+xml" rel="self" template="${markupText(baseUrl + OPENSEARCH_URL)}"/>`,
    element('Language', locale),
    element('InputEncoding', 'UTF-8'),
    element('OutputEncoding', 'UTF-8'),
    '</OpenSearchDescription>',
  ];
  return { url: OPENSEARCH_URL, bytes: Buffer.from(`${lines.join('\n')}\n`) };
}

function element(name: string, text: string): string {
  return `<${name}>${markupText(text)}</${name}>`;
}
