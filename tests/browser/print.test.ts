// A printed page has the content and the addresses of its links, and no control that works on a screen only.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { article } from '../mini-site.ts';
import { chromiumMissing } from './chromium.ts';
import { PAGE_TYPES, WITH_PARTICIPATION } from './page-types.ts';
import { openPortal } from './portal.ts';

/** Of a sheet A4 between margins of 15 mm, in CSS pixels. */
const SHEET = { width: 680, height: 1010 };

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
        { title: 'Un lien', date: '2014-04-02T10:15' },
        `La notice est en ligne : [la notice](https://ailleurs.example/notice?a=1&b=2), et [la rubrique](/chine/) aussi[^1].

Écrire à [la rédaction](mailto:redaction@quotidien.example), ou [revenir au début](#un-titre).

## Un titre

Et [la notice encore](HTTPS://ailleurs.example/notice).

[^1]: Voir [la source](https://ailleurs.example/source).
`,
      ),
    },
  });
  const LINKS = '/chine/2014/04/02/liens.html';

  const regular = portal.regular({ viewport: SHEET });
  const print = async (address: string) => {
    const page = await regular();
    await page.emulateMedia({ media: 'screen' });
    await page.goto(address);
    await page.evaluate(() => document.fonts.ready.then(() => {}));
    await page.emulateMedia({ media: 'print' });
    return page;
  };

  for (const type of PAGE_TYPES)
    it(`the headline is printed, and no control that works on a screen only: ${type}`, async () => {
      const page = await print(portal.addressOf(type));
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

  for (const type of PAGE_TYPES)
    it(`everything is within the sheet and dark on white, with the page’s address: ${type}`, async () => {
      const page = await print(portal.addressOf(type));
      const wrong = await page.locator('body *').evaluateAll(elements => {
        const ownText = ({ childNodes }: Element) =>
          [...childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.textContent!.trim() !== '');
        const fits = (element: Element) => {
          const { left, right } = element.getBoundingClientRect();
          return left >= 0 && right <= innerWidth;
        };
        const isLight = (element: Element) => {
          const [red = 0, green = 0, blue = 0] = (getComputedStyle(element).color.match(/[\d.]+/g) ?? []).map(
            Number,
          );
          return (red * 2 + green * 5 + blue) / 8 > 140;
        };
        return elements
          .filter(
            element => element.checkVisibility() && ownText(element) && !element.closest('.visually-hidden'),
          )
          .filter(element => !fits(element) || isLight(element))
          .map(element => element.outerHTML.slice(0, 100));
      });
      assert.equal(wrong.join('\n'), '');
      const address = page.getByText(`https://quotidien.example${portal.addressOf(type)}`);
      // A page that stands at any address has none of its own.
      assert.equal(await address.last().isVisible(), type !== 'page not found');
    });

  it('an article is printed in the full width, with its own date instead of the day of printing', async () => {
    const page = await print(LINKS);
    const widths = await page
      .locator('main, .prose')
      .evaluateAll(elements => elements.map(element => element.getBoundingClientRect().width));
    assert.equal(widths[1], widths[0]);
    assert.ok(await page.getByText('02.04.2014 10h15').isVisible());
    assert.equal(await page.locator('.dateline').isVisible(), false);
    await page.setViewportSize({ width: 1400, height: 900 });
    const [main, prose] = await page
      .locator('main, .prose')
      .evaluateAll(elements => elements.map(element => element.getBoundingClientRect().width));
    assert.equal(prose, main, 'on a sheet A3');
    await page.setViewportSize(SHEET);
    await print(portal.addressOf('home page'));
    assert.ok(await page.locator('.dateline').isVisible(), 'the front page has no day');
  });

  it('the links of a text have letters, and their addresses stand below it in that order', async () => {
    const page = await print(LINKS);
    const letters = await page
      .locator('.prose a')
      .evaluateAll(links =>
        links
          .filter(link => getComputedStyle(link, '::after').content.includes('counter(address'))
          .map(link => link.textContent),
      );
    assert.deepEqual(letters, ['la notice', 'la rubrique', 'la notice encore', 'la source']);
    assert.deepEqual(await page.locator('.addresses li:visible').allInnerTexts(), [
      'https://ailleurs.example/notice?a=1&b=2',
      'https://quotidien.example/chine/',
      'HTTPS://ailleurs.example/notice',
      'https://ailleurs.example/source',
    ]);
    assert.equal(await page.locator('.footnote-backref').isVisible(), false, 'an arrow back is printed');
    await page.emulateMedia({ media: 'screen' });
    assert.equal(await page.locator('.addresses').isVisible(), false);
  });

  it('comments are printed where there are any, and no word of them where there are none', async () => {
    const none = await print(LINKS);
    assert.equal(await none.locator('.comments').isVisible(), false);
    const some = await print(portal.addressOf('fresh article'));
    assert.ok(await some.getByRole('heading', { name: 'Commentaires (4)' }).isVisible());
  });
});
