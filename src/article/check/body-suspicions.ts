// A body becomes a quick yes or no: may it contain a mistake? A « no » spares ordinary bodies the parse that finds mistakes.
import { mayHoldLoneMark } from '../../typography/lone-marks.ts';
import { findQuotationMarks } from '../../typography/quotes.ts';
import { isAllowedLink } from '../markdown/allowed-links.ts';
import { mayContainLineMistake } from './line-suspicions.ts';
import { mayContainLooseMarkup } from './loose-suspicions.ts';
import { DEEPEST } from './nesting.ts';

/** The marks of quotations and lists, which may precede a heading on its line. */
const CONTAINER = '^[ \\t>*+0-9.)-]*';

/** As many of them as there are levels, since each level has one at least. */
const DEEP = new RegExp(`[ \\t>*+0-9.)[\\]^:-]{${DEEPEST}}`, 'y');

/** A body without any of these is plain running text, in which no check can find a mistake. */
const ANY_MARKUP = /[<#=[`~*_|{]/;
/** A tag or a comment, but not `<https://…>` or `<nom@site>`. */
const TAG = /<(?![A-Za-z][A-Za-z0-9+.-]{1,31}:|[^\s<>@]+@[^\s<>]+>)[A-Za-z/!?]/;
const HEADING = new RegExp(`(${CONTAINER})(#{1,6})(?=[ \\t]|$)`, 'gm');
const DOUBLE_UNDERLINE = new RegExp(`${CONTAINER}=+[ \\t]*$`, 'm');
/** The beginning of an image, up to what no file name has. Groups: the description, and what may be the name. */
const IMAGE = /!\[([^[\]\n]*)\]\(([^()<>"\n]*)/g;
const CLOSE = /[)\n]/g;
const EXTENSION = /\.[a-z0-9]{3,4}(?=\s|$)/gi;

/** Images whose file name contains spaces, as they are written, with the description and the name with its extension. */
export function* spacedImages(
  text: string,
): Generator<{ readonly written: string; readonly description: string; readonly name: string }> {
  let close = 0;
  for (const { 0: begun, 1: description, 2: words, index } of text.matchAll(IMAGE)) {
    const end = index + begun.length;
    const extension = [...words!.matchAll(EXTENSION)].at(-1);
    // At the end of the words an address in Markdown ends, or a title begins.
    const isName =
      extension && (extension.index + extension[0].length < words!.length || /[)"\n]/.test(text[end] ?? ''));
    if (!isName || !/\s/.test(words!.slice(0, extension.index))) continue;
    if (close < end) {
      CLOSE.lastIndex = end;
      close = CLOSE.exec(text)?.index ?? Number.POSITIVE_INFINITY;
    }
    if (text[close] !== ')') continue;
    const name = words!.slice(0, extension.index + extension[0].length);
    if (/\{[{%]/.test(name)) continue;
    yield { written: text.slice(index, close + 1), description: description!, name };
  }
}

const NO_DESCRIPTION = /!\[\s*\]/;
/** The address of an image on another site needs one of these: `//`, a scheme, or a reference or escape for them. */
const MAY_LEAD_ELSEWHERE = /\/\/|[:&\\]/;
/** An address in a link, in a definition, or between angle brackets. */
const ADDRESS = /(?:\][(:]\s*<?|<)([^\n)>]+)/g;
const MAY_BE_REFUSED = /[:#]|^\/\//;
/** What begins an address within an address: only the parser knows which of both there is. */
const ADDRESS_WITHIN = /<|\][(:]/;
/** A character reference to a colon: by its name, or by a number, which may be any character's. */
const HIDDEN_COLON = /&(?:#|colon;)/;

/** False only when `checkBody` would find no mistake in the body; true for some bodies without a mistake, too. */
export function mayContainMistake(body: string): boolean {
  if (mayNestDeeply(body)) return true;
  if (mayHoldLoneMark(body) || (body.includes('"') && mayHoldLoneStraightMark(body))) return true;
  if (mayContainLineMistake(body)) return true;
  if (!ANY_MARKUP.test(body)) return false;
  return (
    body.includes('```') ||
    body.includes('~~') ||
    body.includes('|') ||
    body.includes('{') ||
    // Only the parser knows whether the text calls a note (a call in code is none); few articles have notes.
    body.includes('[^') ||
    (body.includes('<') && TAG.test(body)) ||
    (body.includes('![') &&
      (NO_DESCRIPTION.test(body) || MAY_LEAD_ELSEWHERE.test(body) || !spacedImages(body).next().done)) ||
    (body.includes('=') && DOUBLE_UNDERLINE.test(body)) ||
    (body.includes('#') && mayContainHeadingMistake(body)) ||
    mayContainLooseMarkup(body) ||
    // All other addresses have been looked at by now.
    (body.includes('<') && mayContainLinkMistake(body))
  );
}

function mayNestDeeply(body: string): boolean {
  for (let line = 0; ; ) {
    DEEP.lastIndex = line;
    if (DEEP.test(body)) return true;
    const end = body.indexOf('\n', line);
    if (end === -1) return false;
    line = end + 1;
  }
}

/** Marks of Markdown beside a mark may hide its partner from this look, and escapes and code do; only the parser knows them. */
function mayHoldLoneStraightMark(body: string): boolean {
  return body.split(/\n(?=[ \t]*(?:\n|[-+*>#|]|\d+[.)]))/).some(paragraph => {
    if (!paragraph.includes('"')) return false;
    if (/[\\`]/.test(paragraph)) return true;
    const { open, closing } = findQuotationMarks(paragraph);
    return open.length > 0 || closing.length > 0;
  });
}

function mayContainHeadingMistake(body: string): boolean {
  let previous = 1;
  let deepest = 1;
  for (const [, before, marks] of body.matchAll(HEADING)) {
    const level = marks!.length;
    // After the marks of a quotation or a list, or after four spaces or a tab, only the parser knows whether this is a heading.
    if (before!.length > 3 || before!.includes('\t') || before!.trim() || level === 1 || level > previous + 1)
      return true;
    previous = level;
    deepest = Math.max(deepest, level);
  }
  // An underlined heading, which this loop does not see, has level 2; between a 3 and a 4 it makes the 4 a mistake.
  return deepest > 3;
}

function mayContainLinkMistake(body: string): boolean {
  for (const [, address] of body.matchAll(ADDRESS)) {
    if (MAY_BE_REFUSED.test(address!) && !isAllowedLink(address!)) return true;
    if (HIDDEN_COLON.test(address!) || ADDRESS_WITHIN.test(address!)) return true;
  }
  return false;
}
