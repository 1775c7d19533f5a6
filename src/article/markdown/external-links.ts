// Links to other sites become links with a class and a `rel` for it; links within the site stay as they are.
import { type BodyStep, eachTextBlock } from './body-step.ts';

export const markExternalLinks: BodyStep = (tokens, { siteOrigin }) => {
  for (const children of eachTextBlock(tokens)) {
    for (const token of children) {
      if (token.type !== 'link_open') continue;
      if (!isExternal(String(token.attrGet('href')), siteOrigin)) continue;
      token.attrJoin('class', 'external');
      token.attrSet('rel', 'external noopener');
    }
  }
  return tokens;
};

function isExternal(href: string, siteOrigin: string): boolean {
  if (!/^(?:https?:)?\/\//i.test(href)) return false;
  return URL.parse(href, siteOrigin)?.origin !== URL.parse(siteOrigin)?.origin;
}
