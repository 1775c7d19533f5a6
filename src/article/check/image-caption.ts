// Whether an image with a caption stands alone in its paragraph: elsewhere the caption would not be shown.
import { shorten } from '../../source/shorten.ts';
import type { Token } from '../markdown/body-step.ts';
import { loneImages } from '../markdown/figures.ts';
import { type Checking, eachPiece } from './body-checking.ts';
import { bodyMessages } from './body-messages.ts';

export function checkCaptions(checking: Checking): void {
  const alone = new Set<Token>();
  for (const index of checking.tokens.keys())
    for (const image of loneImages(checking.tokens, index) ?? []) alone.add(image);
  for (const { token, start, end } of eachPiece(checking)) {
    if (token.type !== 'image') continue;
    const place = checking.places.find('![', start, end);
    const title = token.attrGet('title');
    if (title && !alone.has(token))
      checking.report(() => place, 'image-caption', bodyMessages.lostCaption(shorten(String(title))));
  }
}
