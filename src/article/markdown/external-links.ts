// Links to other sites become links with a class and a `rel` for it; links within the site stay as they are.
import { pathInFolder, type SitePlace, siteFolder } from '../../address/site-place.ts';
import { type BodyStep, eachTextBlock } from './body-step.ts';

export const markExternalLinks: BodyStep = (tokens, { place }) => {
  for (const children of eachTextBlock(tokens)) {
    for (const token of children) {
      if (token.type !== 'link_open') continue;
      if (!isExternal(String(token.attrGet('href')), place)) continue;
      token.attrJoin('class', 'external');
      token.attrSet('rel', 'external noopener');
    }
  }
  return tokens;
};

function isExternal(href: string, { baseUrl }: SitePlace): boolean {
  if (!/^(?:https?:)?\/\//i.test(href)) return false;
  if (baseUrl === null) return true;
  const url = URL.parse(href, baseUrl);
  if (url?.origin !== new URL(baseUrl).origin) return true;
  return pathInFolder(url.pathname, siteFolder(baseUrl)) === null;
}
