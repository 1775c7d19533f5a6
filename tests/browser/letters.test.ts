// Which fonts set the words of a page: one serif for headlines and texts, italics that are drawn as such, the reader's own sans for the rest.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { chromiumMissing } from './chromium.ts';
import { leave, open, openPortal, PHONE } from './portal.ts';

/** With all that French needs of a font: capitals with accents, ligatures, quotation marks, dashes, blanks of two widths. */
const FRENCH =
  'Ça, «\u00a0L’ÎLE D’ÂGE MÛR\u00a0»\u202f: À ÉVIER, DÈS NOËL, ÇA ET LÀ, Œuvre, œuf, ex æquo, Où naïf\u202f! – 28\u00a0°C, −5 — n°\u00a01, 3\u00a0€… Müller, Núñez, Sørensen';

describe('the letters of a page', { skip: chromiumMissing() }, () => {
  const portal = openPortal();
  const reader = portal.regular({ viewport: PHONE });

  it('are one serif in headlines, in the text and in what is strong there, with every letter of French', async () => {
    const page = await reader();
    await open(page, portal, 'fresh article');
    await write(page, `${FRENCH} <strong>${FRENCH}</strong>`);
    for (const selector of ['h1', '.prose p', '.prose strong'])
      assert.deepEqual(await fontsOf(page, selector), ['Quotidien Serif, ours'], selector);
  });

  it('are italics that somebody drew, beside the serif', async () => {
    const page = await reader();
    await open(page, portal, 'fresh article');
    await write(page, '<em>Le Monde</em> <cite>Les Misérables</cite>');
    for (const selector of ['.prose em', '.prose cite'])
      for (const font of await fontsOf(page, selector)) assert.match(font, /(Italic|Oblique), the reader’s$/);
  });

  it('are the reader’s own in all that surrounds the text, so no page fetches a second font', async () => {
    const page = await portal.visit({ viewport: PHONE });
    const fetched: string[] = [];
    page.on('request', request => fetched.push(request.url()));
    await open(page, portal, 'fresh article');
    for (const selector of ['.kicker', '.stamp', '.colophon'])
      for (const font of await fontsOf(page, selector)) assert.match(font, /, the reader’s$/, selector);
    assert.equal(fetched.filter(url => url.endsWith('.woff2')).length, 1);
    await leave(page);
  });
});

/** Puts `html` in the place of the article's first paragraph. */
async function write(page: Page, html: string): Promise<void> {
  await page.evaluate(async text => {
    document.querySelector('.prose p')!.innerHTML = text;
    await document.fonts.ready;
  }, html);
}

/** The fonts in which the browser sets the first element that matches and all within it, by their full names inside. */
async function fontsOf(page: Page, selector: string): Promise<readonly string[]> {
  const session = await page.context().newCDPSession(page);
  await session.send('DOM.enable');
  await session.send('CSS.enable');
  const { root } = await session.send('DOM.getDocument', { depth: 0 });
  const { nodeId } = await session.send('DOM.querySelector', { nodeId: root.nodeId, selector });
  const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId });
  await session.detach();
  assert.ok(fonts.length > 0, `${selector} shows no text`);
  return fonts.map(
    ({ familyName, postScriptName, isCustomFont }) =>
      `${isCustomFont ? familyName : postScriptName}, ${isCustomFont ? 'ours' : 'the reader’s'}`,
  );
}
