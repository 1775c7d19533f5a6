// A printed page has the content and the addresses of its links, and no control that works on a screen only.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { article } from '../mini-site.ts';
import { chromiumMissing } from './chromium.ts';
import { PAGE_TYPES, WITH_PARTICIPATION } from './page-types.ts';
import { open, openPortal } from './portal.ts';

const SCREEN_ONLY = [
  'a.skip',
  'nav',
  '.menu-button',
  'news-ticker',
  'weather-line',
  'aside.furniture',
  'text-size',
  'theme-switch',
  'share-links',
  'comment-form',
  'form',
  'button',
].join(', ');

describe('on paper', { skip: chromiumMissing() }, () => {
  const portal = openPortal({
    ...WITH_PARTICIPATION,
    articles: {
      'liens.md': article(
        { title: 'Un lien' },
        'La notice est en ligne : [la notice](https://ailleurs.example/notice).',
      ),
    },
  });

  const reader = portal.regular();

  for (const type of PAGE_TYPES)
    it(`the headline is printed, and no control that works on a screen only: ${type}`, async () => {
      const page = await reader();
      await page.emulateMedia({ media: 'screen' });
      await open(page, portal, type);
      await page.emulateMedia({ media: 'print' });
      const visible = await page
        .locator(SCREEN_ONLY)
        .evaluateAll(elements =>
          elements
            .filter(element => element.checkVisibility())
            .map(element => element.outerHTML.slice(0, 100)),
        );
      assert.equal(visible.join('\n'), '');
      assert.ok(await page.locator('h1').isVisible(), 'no headline');
    });

  it('an article is printed whole, with the addresses of its links to other sites', async () => {
    const page = await reader();
    await page.goto('/chine/2014/05/20/liens.html');
    await page.emulateMedia({ media: 'print' });
    const after = await page
      .getByRole('link', { name: 'la notice' })
      .evaluate(link => getComputedStyle(link, '::after').content);
    const text = await page.getByText('La notice est en ligne').isVisible();
    assert.ok(text, 'the text is not printed');
    assert.match(after, /https:\/\/ailleurs\.example\/notice/);
  });
});
