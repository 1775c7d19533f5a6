// Whether links lead where they seem to: `(www.exemple.fr)` without its scheme is an address within the site, and dead.
import { shorten } from '../../source/shorten.ts';
import { type Checking, eachPiece } from './body-checking.ts';
import { bodyMessages } from './body-messages.ts';
import { likelyAddress } from './likely-address.ts';

export function checkTargets(checking: Checking): void {
  for (const { token, start, end } of eachPiece(checking)) {
    if (token.type !== 'link_open') continue;
    const address = String(token.attrGet('href'));
    const likely = likelyAddress(address);
    if (likely === null) continue;
    checking.report(
      () => checking.places.find(address, start, end),
      'link-target',
      bodyMessages.linkTarget(shorten(address), shorten(likely)),
    );
  }
}
