// Whether names of images with spaces stand between angle brackets.
import { shorten } from '../../source/shorten.ts';
import { type Checking, eachPiece } from './body-checking.ts';
import { bodyMessages } from './body-messages.ts';
import { spacedImages } from './body-suspicions.ts';

/** A name with spaces ends Markdown's address at the first of them (CommonMark, section 6.3): the image stays text. */
export function checkImageNames(checking: Checking): void {
  for (const { token, start, end } of eachPiece(checking)) {
    if (token.type !== 'text') continue;
    for (const { written, description, name } of spacedImages(token.content)) {
      const place = () => checking.places.find(written, start, end);
      const message = bodyMessages.imageName(shorten(description), shorten(name.trim()));
      checking.report(place, 'image-name', message);
    }
  }
}
