// A body becomes a quick yes or no: may it hold a mistake? Spares ordinary bodies the parse that finds the place.
import { isAllowedLink } from './allowed-links.ts';

/** What may stand before a heading or a fence: the marks of quotations and lists. */
const CONTAINER = '^[ \\t>*+0-9.)-]*';

/** Without any of these a body is running text, and nothing can be wrong with it. */
const ANY_MARKUP = /[<#=[`~]/;

/** A tag or a comment, but not `<https://…>` or `<nom@site>`. */
const TAG = /<(?![A-Za-z][A-Za-z0-9+.-]{1,31}:|[^\s<>@]+@[^\s<>]+>)[A-Za-z/!?]/;
const HEADING = new RegExp(`(${CONTAINER})(#{1,6})(?=[ \\t]|$)`, 'gm');
const DOUBLE_UNDERLINE = new RegExp(`${CONTAINER}=+[ \\t]*$`, 'm');
/** An image as an editor writes it whose file has spaces in its name: its description, and its name with the ending. */
export const SPACED_IMAGE = /!\[([^\]\n]*)\]\(([^()<>"\n]*\s[^()<>"\n]*\.[a-z0-9]{3,4})(?=[\s)"])[^)\n]*\)/gi;
const NO_DESCRIPTION = /!\[\s*\]/;
/** Without any of these, no image of another site can be written: `//`, a scheme, or what may stand for them. */
const MAY_LEAD_ELSEWHERE = /\/\/|[:&\\]/;
/** Where a link's address begins: inline, in a definition, between angle brackets. */
const ADDRESS = /(?:\][(:]\s*<?|<)([^\n)>]+)/g;
const MAY_BE_REFUSED = /[:#]|^\/\//;
/** A character reference for a colon, or any by number. */
const HIDDEN_COLON = /&(?:#|colon;)/;

/** Never says no to a body with a mistake that `checkBody` names; may say yes to one without. */
export function looksWrong(body: string): boolean {
  if (!ANY_MARKUP.test(body)) return false;
  return (
    body.includes('```') ||
    body.includes('~~~') ||
    // Whether a note is called depends on what is text around it, so only the parse can tell; few articles have notes.
    body.includes('[^') ||
    (body.includes('<') && TAG.test(body)) ||
    (body.includes('![') &&
      (NO_DESCRIPTION.test(body) || MAY_LEAD_ELSEWHERE.test(body) || body.search(SPACED_IMAGE) >= 0)) ||
    (body.includes('=') && DOUBLE_UNDERLINE.test(body)) ||
    (body.includes('#') && headingsDoubtful(body)) ||
    linksDoubtful(body)
  );
}

function headingsDoubtful(body: string): boolean {
  let previous = 1;
  let deepest = 1;
  for (const [, before, marks] of body.matchAll(HEADING)) {
    const level = marks!.length;
    // After other marks, or four spaces, it may be a heading or not.
    if (before!.length > 3 || before!.trim() || level === 1 || level > previous + 1) return true;
    previous = level;
    deepest = Math.max(deepest, level);
  }
  // An underlined heading is of level 2, and may stand between a 3 and a 4.
  return deepest > 3;
}

function linksDoubtful(body: string): boolean {
  for (const [, address] of body.matchAll(ADDRESS)) {
    if (MAY_BE_REFUSED.test(address!) && !isAllowedLink(address!)) return true;
    if (HIDDEN_COLON.test(address!)) return true;
  }
  return false;
}
