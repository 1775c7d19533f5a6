// Whether links and images lead to addresses that pages may have.
import type { Position } from '../../source/position.ts';
import { shorten } from '../../source/shorten.ts';
import { isAllowedLink, schemeOf } from '../markdown/allowed-links.ts';
import { type Checking, eachPiece } from './body-checking.ts';
import { bodyMessages } from './body-messages.ts';
import { likelyAddress } from './likely-address.ts';

export function checkLinks(checking: Checking): void {
  for (const { token, start, end } of eachPiece(checking)) {
    const address =
      token.type === 'image'
        ? token.attrGet('src')
        : token.type === 'link_open'
          ? token.attrGet('href')
          : null;
    if (address === null || isAllowedLink(String(address))) continue;
    // `checkTargets` names the address that is meant.
    if (token.type === 'link_open' && likelyAddress(String(address)) !== null) continue;
    const scheme = schemeOf(String(address));
    const refused = scheme !== null && scheme !== '' && !/^(?:https?|mailto|tel)$/.test(scheme);
    const place = () => placeOfAddress(checking, String(address), scheme, start, end);
    const message = refused
      ? bodyMessages.linkScheme(shorten(scheme))
      : bodyMessages.badLink(shorten(String(address)));
    checking.report(place, 'link-scheme', message);
  }
}

/** An address may come from a definition elsewhere, and be written in other letters than it is read. */
function placeOfAddress(
  checking: Checking,
  address: string,
  scheme: string | null,
  start: number,
  end: number,
): Position {
  const { lines, places } = checking;
  const written = [address, `${scheme}:`].find(text => lines.some(line => line.includes(text)));
  if (written === undefined) return places.lineStart(start);
  const inBlock = lines.slice(start, end).some(line => line.includes(written));
  return inBlock ? places.find(written, start, end) : places.find(written, 0, lines.length);
}
