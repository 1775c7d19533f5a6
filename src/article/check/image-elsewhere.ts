// Whether images within a text are files of the repository: readers’ browsers ask no other site for anything (design, rule 7).
import { shorten } from '../../source/shorten.ts';
import { isAllowedLink, isElsewhere } from '../markdown/allowed-links.ts';
import { type Checking, eachPiece } from './body-checking.ts';
import { bodyMessages } from './body-messages.ts';

export function checkImageSites(checking: Checking): void {
  for (const { token, start, end } of eachPiece(checking)) {
    if (token.type !== 'image') continue;
    const place = checking.places.find('![', start, end);
    const src = String(token.attrGet('src'));
    if (!isAllowedLink(src) || !isElsewhere(src)) continue;
    checking.report(() => place, 'image-elsewhere', bodyMessages.imageElsewhere(shorten(src)));
  }
}
