// A body becomes a quick yes or no: may it hold a mistake? Spares ordinary bodies the parse that finds the place.
import { isAllowedLink } from './allowed-links.ts';

/** What may stand before a heading or a fence: the marks of quotations and lists. */
const CONTAINER = '^[ \\t>*+0-9.)-]*';

/** Without any of these a body is running text, and nothing can be wrong with it. */
const ANY_MARKUP = /[<#=[`~]/;

/** A tag or a comment, but not `<https://…>` or `<nom@site>`. */
const TAG = /<(?![A-Za-z][A-Za-z0-9+.-]{1,31}:|[^\s<>@]+@[^\s<>]+>)[A-Za-z/!?]/;
const HEADING = new RegExp(`${CONTAINER}(#{1,6})(?=[ \\t]|$)`, 'gm');
/** A note that begins with a heading. */
const HEADING_IN_NOTE = /\]:[ \t>*+0-9.)-]*#/;
const DOUBLE_UNDERLINE = new RegExp(`${CONTAINER}=+[ \\t]*$`, 'm');
const UNDERLINE = new RegExp(`${CONTAINER}[ \\t]*$`, 'm');
const NO_DESCRIPTION = /!\[\s*\]/;
/** Where a link's address begins: inline, in a definition, between angle brackets. */
const ADDRESS = /(?:\][(:]\s*<?|<)([^\n)>]+)/g;
/** A note's call or, at the start of a line, its definition. */
const NOTE = new RegExp(`(?:(${CONTAINER})|)\\[\\^([^\\]\\s]+)\\](:?)`, 'gm');
/** Where calls may be but text: code, and what a backslash escapes. */
const NOT_ONLY_NOTES = /[`\\]|^(?: {4}|\t)/m;

/** Never says no to a body with a mistake that `checkBody` names; may say yes to one without. */
export function looksWrong(body: string): boolean {
  if (!ANY_MARKUP.test(body)) return false;
  return (
    body.includes('```') ||
    body.includes('~~~') ||
    (body.includes('<') && TAG.test(body)) ||
    (body.includes('![') && NO_DESCRIPTION.test(body)) ||
    (body.includes('=') && DOUBLE_UNDERLINE.test(body)) ||
    (body.includes('#') && headingsDoubtful(body)) ||
    linksDoubtful(body) ||
    (body.includes('[^') && notesDoubtful(body))
  );
}

function headingsDoubtful(body: string): boolean {
  if (HEADING_IN_NOTE.test(body)) return true;
  let previous = 1;
  let deepest = 1;
  for (const [, marks] of body.matchAll(HEADING)) {
    const level = marks!.length;
    if (level === 1 || level > previous + 1) return true;
    previous = level;
    deepest = Math.max(deepest, level);
  }
  // An underlined heading is of level 2, and may stand between a 3 and a 4.
  return deepest > 3 && UNDERLINE.test(body);
}

function linksDoubtful(body: string): boolean {
  for (const [, address] of body.matchAll(ADDRESS)) {
    if ((address!.includes(':') || address!.startsWith('//')) && !isAllowedLink(address!)) return true;
  }
  return false;
}

function notesDoubtful(body: string): boolean {
  if (NOT_ONLY_NOTES.test(body)) return true;
  const called = new Set<string>();
  const defined = new Set<string>();
  for (const [, lineStart, label, colon] of body.matchAll(NOTE)) {
    // After what looks like a list's mark it may be either.
    if (lineStart && colon) return true;
    if (lineStart === undefined || colon === '') called.add(label!);
    else if (defined.has(label!)) return true;
    else defined.add(label!);
  }
  return called.symmetricDifference(defined).size > 0;
}
