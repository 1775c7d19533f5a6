// The Markdown of an article becomes the HTML of its body.
import { isAllowedLink } from './allowed-links.ts';
import { linkFiles } from './body-files.ts';
import { showPictures } from './body-pictures.ts';
import type { BodyContext, BodyStep } from './body-step.ts';
import { keepLinesApart } from './bullet-lines.ts';
import { turnEscapesIntoText } from './escapes-to-text.ts';
import { markExternalLinks } from './external-links.ts';
import { turnLoneImagesIntoFigures } from './figures.ts';
import { renderFootnotes } from './footnote-markup.ts';
import { anchorHeadings } from './heading-anchors.ts';
import { linkWithinSite } from './own-addresses.ts';
import { makeParser } from './parser.ts';
import { wrapTables } from './scrollable-tables.ts';
import { typesetText } from './typeset-text.ts';

/**
 * The order matters. Lists are made first, so that all that follows sees them. Headings get their ids from the words as typed. Typography must still distinguish escapes from text.
 * The caption of a figure is a title that already has its typography. The image of a figure becomes a picture like any other.
 * Names of files may look like addresses, so they are known first.
 */
const STEPS: readonly BodyStep[] = [
  keepLinesApart,
  anchorHeadings,
  typesetText,
  turnEscapesIntoText,
  turnLoneImagesIntoFigures,
  showPictures,
  linkFiles,
  linkWithinSite,
  wrapTables,
  markExternalLinks,
];

const withLinks = makeParser({ html: false, linkify: true, isAllowedLink });
const withoutLinks = makeParser({ html: false, linkify: false, isAllowedLink });
renderFootnotes(withLinks);
renderFootnotes(withoutLinks);

/** The search for bare addresses takes as long as all the rest of parsing, and most bodies have none. */
const MAY_CONTAIN_ADDRESS = /:\/\/|@|mailto:/i;

/**
 * Renders a Markdown body as HTML, without an element around it.
 *
 * HTML and template code in the body are text. A body in another language than French gets no typography. The same input
 * gives the same output; never throws.
 */
export function renderBody(body: string, options: BodyContext): string {
  const md = MAY_CONTAIN_ADDRESS.test(body) ? withLinks : withoutLinks;
  const env = {};
  let tokens = md.parse(body, env);
  for (const step of STEPS) tokens = step(tokens, options);
  return md.renderer.render(tokens, md.options, env);
}
