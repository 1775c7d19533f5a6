// A body becomes a quick yes or no: may marks of bold text or brackets of a link stay on the page as they are typed?
import { isAllowedLink } from '../markdown/allowed-links.ts';
import { likelyAddress } from './likely-address.ts';

const LETTER = 'A-Za-zÀ-ÖØ-öø-ÿ0-9';
const WORDS = `[${LETTER}](?:[^*_~\`[\\]\\\\<|\\n]*[${LETTER}])?`;
const OPENS = '(?<![^\\s(«])';
const CLOSES = '(?![^\\s.,;:!?)»…])';

/** Next to letters or other marks only the parser can tell whether such marks are seen. */
const RIGHT_STRONG = new RegExp(`${OPENS}\\*\\*${WORDS}\\*\\*${CLOSES}`, 'y');
const RIGHT_EMPHASIS = new RegExp(`${OPENS}_${WORDS}_${CLOSES}|(?<=[${LETTER}])_(?!_)`, 'y');
const RIGHT_LINK = new RegExp(`\\[${WORDS}[.!?…]?\\]\\(([^\\s()<>\`\\\\\\]]+)\\)`, 'y');
/** A reference to a character: by its name, or by a number. */
const HIDES_A_CHARACTER = /&(?:#|colon;)/;
const RIGHT_BEGINNING = /^(?:https?:\/\/|\/|#|mailto:)/i;

/** False only when each mark opens or closes what it seems to, wherever the text around it stands. */
export function mayContainLooseMarkup(body: string): boolean {
  return (
    mayHoldLooseStar(body) ||
    body.includes('`') ||
    !areAll(body, '**', RIGHT_STRONG) ||
    !areAll(body, '_', RIGHT_EMPHASIS) ||
    !areAll(body, '[', RIGHT_LINK)
  );
}

const APART = /[\s.,;:!?)]/;
const ENDS_WORDS = /[:.,!?»]/;
const A_LETTER = /\p{L}/u;

/** A star that could not close anything, or too many in a row. */
function mayHoldLooseStar(body: string): boolean {
  for (let at = body.indexOf('*'); at !== -1; at = body.indexOf('*', at + 1)) {
    const before = body[at - 1] ?? ' ';
    const after = body[at + 1] ?? ' ';
    if (before === '*' ? body[at - 2] === '*' : isApart(before, after)) return true;
  }
  return false;
}

function isApart(before: string, after: string): boolean {
  return before === ' ' || before === '\t'
    ? APART.test(after)
    : ENDS_WORDS.test(before) && A_LETTER.test(after);
}

/** Whether `right` matches at each `mark` that is not within what it has matched before. */
function areAll(body: string, mark: string, right: RegExp): boolean {
  for (let at = body.indexOf(mark); at !== -1; at = body.indexOf(mark, right.lastIndex)) {
    right.lastIndex = at;
    const found = right.exec(body);
    if (!found || (found[1] !== undefined && !isGoodAddress(found[1]))) return false;
  }
  return true;
}

/** The parser's own address is another where a reference to a character hides in it: a colon, or any. */
function isGoodAddress(address: string): boolean {
  if (address.includes('&') && HIDES_A_CHARACTER.test(address)) return false;
  return RIGHT_BEGINNING.test(address)
    ? isAllowedLink(address)
    : likelyAddress(address) === null && isPlainName(address);
}

function isPlainName(address: string): boolean {
  return !/[&:#]/.test(address);
}
