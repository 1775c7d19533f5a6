// The Markdown of an article becomes the HTML of its body.
import { isAllowedLink } from './allowed-links.ts';
import { showPictures } from './body-pictures.ts';
import type { BodyContext, BodyStep } from './body-step.ts';
import { markExternalLinks } from './external-links.ts';
import { renderFootnotes } from './footnote-markup.ts';
import { anchorHeadings } from './heading-anchors.ts';
import { frameLoneImages } from './lone-figures.ts';
import { makeParser } from './parser.ts';
import { wrapTables } from './scrollable-tables.ts';
import { settleEscapes } from './settle-escapes.ts';
import { typesetText } from './typeset-text.ts';

/**
 * The order matters: headings get their ids from words as typed; typography must still know escapes from text; a figure
 * takes its caption from a title that is set already, and its image then becomes a picture like any other.
 */
const STEPS: readonly BodyStep[] = [
  anchorHeadings,
  typesetText,
  settleEscapes,
  frameLoneImages,
  showPictures,
  wrapTables,
  markExternalLinks,
];

const withLinks = makeParser({ html: false, linkify: true, isAllowedLink });
const withoutLinks = makeParser({ html: false, linkify: false, isAllowedLink });
renderFootnotes(withLinks);
renderFootnotes(withoutLinks);

/** Looking for bare addresses costs as much as all the rest; most bodies have none. */
const MAY_HOLD_ADDRESS = /:\/\/|@|mailto:/i;

/**
 * Renders a Markdown body as HTML, without the element around it.
 *
 * HTML in the body is text, and so is anything that looks like a template. `lang` is the article's language when it is
 * not the site's: only French gets French typography. `siteOrigin` tells internal links from external ones. Same input,
 * same output; never throws.
 */
export function renderBody(body: string, options: BodyContext): string {
  const md = MAY_HOLD_ADDRESS.test(body) ? withLinks : withoutLinks;
  const env = {};
  let tokens = md.parse(body, env);
  for (const step of STEPS) tokens = step(tokens, options);
  return md.renderer.render(tokens, md.options, env);
}
