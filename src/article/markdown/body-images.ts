// The Markdown of an article becomes the addresses of its images, as the editor wrote them.
import { isAllowedLink } from './allowed-links.ts';
import { eachTextBlock } from './body-step.ts';
import { makeParser } from './parser.ts';

const parser = makeParser({ html: false, linkify: false, isAllowedLink });

const NONE: readonly string[] = [];

/** Each address once, in the order of the text. Bodies without an image, which are most, are not parsed. Never throws. */
export function bodyImages(body: string): readonly string[] {
  if (!body.includes('![')) return NONE;
  const addresses = new Set<string>();
  for (const children of eachTextBlock(parser.parse(body, {}))) {
    for (const token of children) {
      const src = token.type === 'image' ? token.attrGet('src') : null;
      if (src) addresses.add(String(src));
    }
  }
  return [...addresses];
}
