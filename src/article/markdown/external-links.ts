// Links that leave the site become links that say so; those that stay are left alone.
import { type BodyStep, eachLine } from './body-step.ts';

export const markExternalLinks: BodyStep = (tokens, { siteOrigin }) => {
  for (const children of eachLine(tokens)) {
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
