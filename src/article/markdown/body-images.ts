// The Markdown of an article becomes the names of the images in it, as they are written.
import { isAllowedLink } from './allowed-links.ts';
import { eachLine } from './body-step.ts';
import { makeParser } from './parser.ts';

const parser = makeParser({ html: false, linkify: false, isAllowedLink });

const NONE: readonly string[] = [];

/** Each once, in the order of the text. Bodies without an image, which are most, are not parsed. Never throws. */
export function bodyImages(body: string): readonly string[] {
  if (!body.includes('![')) return NONE;
  const names = new Set<string>();
  for (const children of eachLine(parser.parse(body, {}))) {
    for (const token of children) {
      const src = token.type === 'image' ? token.attrGet('src') : null;
      if (src) names.add(String(src));
    }
  }
  return [...names];
}
