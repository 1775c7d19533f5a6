// Links from the root that an editor typed become addresses within the site, where a site lives in a folder of its host.
import { isFromRoot, type SitePlace, siteFolder, typedPath } from '../../address/site-place.ts';
import { type BodyStep, eachTextBlock } from './body-step.ts';

export const linkWithinSite: BodyStep = (tokens, { place }) => {
  if (place.baseUrl === null || siteFolder(place.baseUrl) === '') return tokens;
  for (const children of eachTextBlock(tokens)) {
    for (const token of children) {
      const href = token.type === 'link_open' ? String(token.attrGet('href')) : '';
      if (isFromRoot(href)) token.attrSet('href', withinSite(href, place));
    }
  }
  return tokens;
};

/** `/../`, which a browser can't follow at a host's root, would lead out of the folder. */
const DOTS = /\/(?:\.|%2e){1,2}(?:[/?#]|$)/i;

function withinSite(href: string, place: SitePlace): string {
  if (!DOTS.test(href)) return typedPath(href, place);
  const { pathname, search, hash } = new URL(href, 'https://site.example');
  return typedPath(pathname + search + hash, place);
}
