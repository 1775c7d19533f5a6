// The portal's name, icon and colours, for readers who put it beside their programs: `/manifest.webmanifest` (W3C, Web Application Manifest).
import { HOME_URL, ICON_URLS, MANIFEST_URL, MASKABLE_ICON_URL } from '../../address/addresses.ts';
import { publishedUrl, siteFolder } from '../../address/site-place.ts';
import type { Site } from '../../site/site.ts';
import type { Asset } from './asset.ts';
import type { ThemeAssets } from './assets.ts';

export function manifestFile(
  { name, description, locale, baseUrl }: Pick<Site, 'name' | 'description' | 'locale' | 'baseUrl'>,
  { addresses, cardColours }: Pick<ThemeAssets, 'addresses' | 'cardColours'>,
): Asset {
  const at = (url: string): string => publishedUrl(url, siteFolder(baseUrl));
  const icon = (url: string, size: number, purpose: 'any' | 'maskable') => ({
    src: at(url),
    sizes: `${size}x${size}`,
    type: 'image/png',
    purpose,
  });
  const { small, large } = ICON_URLS;
  const manifest = {
    id: at(HOME_URL),
    name,
    description,
    lang: locale,
    dir: 'ltr',
    start_url: at(HOME_URL),
    scope: at(HOME_URL),
    // With the browser's own buttons: readers come back and pass pages on.
    display: 'minimal-ui',
    background_color: cardColours.paper,
    theme_color: cardColours.brand,
    icons:
      addresses.portalIcons === null
        ? []
        : [
            icon(small.url, small.size, 'any'),
            icon(large.url, large.size, 'any'),
            icon(MASKABLE_ICON_URL, large.size, 'maskable'),
          ],
  };
  return { url: MANIFEST_URL, bytes: Buffer.from(`${JSON.stringify(manifest)}\n`) };
}
