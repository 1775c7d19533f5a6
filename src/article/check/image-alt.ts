// Whether images within a text are described.
import { shorten } from '../../source/shorten.ts';
import { type Checking, eachPiece } from './body-checking.ts';
import { bodyMessages } from './body-messages.ts';

export function checkDescriptions(checking: Checking): void {
  for (const { token, start, end } of eachPiece(checking)) {
    if (token.type !== 'image') continue;
    const place = checking.places.find('![', start, end);
    if (token.content.trim()) continue;
    checking.report(() => place, 'image-alt', bodyMessages.imageAlt(shorten(String(token.attrGet('src')))));
  }
}
