// The home page of a portal's first day, of its first month, and of a rich one: composed with what there is.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { article, type MiniSite, miniSite } from './mini-site.ts';

const SECTIONS = ['chine', 'monde', 'sport'] as const;

const PHOTOGRAPH = readFileSync(new URL('../content/articles/2014/05/rosetta.jpg', import.meta.url));

/** The newest first; one a day, in turn of each section. `pictured` says which have a photograph. */
function portalOf(
  count: number,
  pictured: (index: number) => boolean = () => false,
  files: Readonly<Record<string, string>> = {},
): MiniSite {
  const site = miniSite(files);
  const newest = Date.parse('2014-05-20T08:00Z');
  for (let index = 0; index < count; index++)
    site.write(
      `content/articles/a-${index}.md`,
      article({
        title: `Article ${index}`,
        section: SECTIONS[index % SECTIONS.length],
        date: new Date(newest - index * 24 * 3_600_000).toISOString().slice(0, 10),
        ...(pictured(index) && { image: { src: 'photo.jpg', alt: 'Une comète.' } }),
      }),
    );
  if (count > 0) site.write('content/media/photo.jpg', PHOTOGRAPH);
  return site;
}

/** The numbers of the articles whose headlines the page's own matter shows, in order; furniture repeats some of them. */
function shownIn(html: string): readonly number[] {
  const main = html.slice(html.indexOf('<main'), html.indexOf('</main>'));
  const own = main.replaceAll(/<div class="(?:band )?furniture">[\s\S]*?\n<\/div>/g, '');
  return [...own.matchAll(/<a href="[^"]*\/a-(\d+)\.html"/g)].map(([, index]) => Number(index));
}

const has = (html: string, part: string): boolean => html.includes(part);

describe('the home page', () => {
  for (const count of [0, 1, 2, 3, 5, 6, 9, 12, 17, 18])
    it(`of ${count} articles shows each of them, once`, async () => {
      using site = portalOf(count);
      await site.built();
      assert.deepEqual(
        [...shownIn(site.page('/'))].sort((a, b) => a - b),
        Array.from({ length: count }, (_, index) => index),
      );
    });

  it('of a few articles has headlines side by side, and sections as soon as there is something for them', async () => {
    for (const [count, headlines, rows] of [
      [1, 0, 0],
      [5, 4, 0],
      [6, 2, 1],
      [12, 4, 1],
    ] as const) {
      using site = portalOf(count);
      await site.built();
      const html = site.page('/');
      assert.equal([...html.matchAll(/<li class="card/g)].length, headlines, `${count} articles`);
      assert.equal([...html.matchAll(/<div class="band of-/g)].length, rows, `${count} articles`);
      assert.ok(!has(html, 'class="wire"'), `${count} articles`);
    }
  });

  it('of some dozens of articles has « Le fil »', async () => {
    using site = portalOf(30);
    await site.built();
    assert.equal([...site.page('/').matchAll(/<li><time/g)].length, 7);
  });

  it('has slides only where each has a photograph', async () => {
    using photographed = portalOf(9, index => index > 0);
    await photographed.built({ images: 'when-asked' });
    assert.ok(has(photographed.page('/'), '<front-slideshow'));
    assert.ok(!has(photographed.page('/'), '<ul class="cards'));
    using mixed = portalOf(9, index => index !== 3);
    await mixed.built({ images: 'when-asked' });
    assert.ok(!has(mixed.page('/'), '<front-slideshow'));
    assert.ok(has(mixed.page('/'), '<ul class="cards'));
  });

  it('shows a section of photographs as a strip, and another section never', async () => {
    using site = portalOf(40, index => index % 2 === 0);
    await site.built({ images: 'when-asked' });
    assert.match(site.page('/'), /<section class="strip">\n<h2>En images<\/h2>/);
    site.edit('_data/sections.yaml', text => text.replace('name: Sport', 'name: Sport, layout: grid'));
    await site.built({ images: 'when-asked' });
    const html = site.page('/');
    assert.match(html, /<section class="strip">\n<h2><a href="\/sport\/">Sport<\/a><\/h2>/);
    assert.equal([...html.matchAll(/class="strip"/g)].length, 1);
    const shown = shownIn(html);
    assert.equal(new Set(shown).size, shown.length, 'an article stands twice on the page');
  });

  it('shows a section of photographs that has none as any other', async () => {
    using site = portalOf(12);
    site.edit('_data/sections.yaml', text => text.replace('name: Sport', 'name: Sport, layout: grid'));
    await site.built();
    assert.ok(!has(site.page('/'), 'class="strip"'));
    assert.ok(has(site.page('/'), '<h2><a href="/sport/">Sport</a></h2>'));
  });

  it('spreads the furniture: two blocks beside the opening, the others in a band of their own', async () => {
    using site = portalOf(12);
    site.edit('content/articles/a-3.md', text => text.replace('section:', 'pick: true\nsection:'));
    await site.built();
    const html = site.page('/');
    const beside = html.indexOf('<div class="furniture">');
    const band = html.indexOf('<div class="band furniture">');
    assert.ok(beside > 0 && band > beside);
    for (const [block, place] of [
      ['picks', beside],
      ['most-read', beside],
      ['dossiers', band],
    ] as const) {
      const at = html.indexOf(`<section class="${block}">`);
      assert.ok(at > place && (place === band || at < band), block);
    }
    site.edit('_data/site.yaml', text => `${text}furniture: []\n`);
    await site.built();
    assert.doesNotMatch(site.page('/'), /class="(?:band )?furniture"/);
  });
});
