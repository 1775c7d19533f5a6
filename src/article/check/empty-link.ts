// Whether links have words to be clicked and an address, and images a name: without them nothing is shown, or nothing happens.
import { shorten } from '../../source/shorten.ts';
import { type Checking, eachPiece } from './body-checking.ts';
import { bodyMessages } from './body-messages.ts';

export function checkEmptyLinks(checking: Checking): void {
  const { places } = checking;
  let opened: string | null = null;
  for (const { token, start, end } of eachPiece(checking)) {
    const report = (written: string, message: string): void =>
      checking.report(() => places.find(written, start, end), 'link-target', message);
    const isEmpty = opened !== null && token.type === 'link_close';
    if (isEmpty) report('[](', bodyMessages.linkWithoutWords(shorten(opened!)));
    opened = null;
    if (token.type === 'image' && token.attrGet('src') === '')
      report('![', bodyMessages.imageWithoutName(shorten(token.content)));
    if (token.type !== 'link_open') continue;
    const address = String(token.attrGet('href'));
    if (address === '') report('](', bodyMessages.linkWithoutAddress());
    else opened = address;
  }
}
