// The portal among editions in other languages: where breadcrumbs begin, the way to the others, and what articles are there.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { article, type MiniSite, miniSite } from './mini-site.ts';

const PORT = 'content/articles/port.md';
const PORT_URL = '/chine/2014/05/20/port.html';
const EDITIONS = `firstCrumb: Français
editions:
  - { lang: en, name: English, url: https://en.example/ }
  - { lang: ar, name: العربية, url: https://ar.example/ }
`;
const TRANSLATIONS = [
  { lang: 'en', url: 'https://en.example/2014/port.html' },
  { lang: 'ar', url: 'https://ar.example/2014/7' },
];

function portal(fields: Readonly<Record<string, unknown>> = {}, settings = EDITIONS): MiniSite {
  const site = miniSite({
    [PORT]: article(fields),
    'content/articles/vieux.md': article({ title: 'Vieux', date: '2013-05-01T08:00' }),
  });
  site.edit('_data/site.yaml', text => text + settings);
  return site;
}

const alternatesOf = (site: MiniSite, url: string): readonly string[] =>
  [...site.page(url).matchAll(/<link rel="alternate" hreflang="([^"]+)" href="([^"]+)">/g)].map(
    ([, lang, to]) => `${lang} ${to}`,
  );

describe('a portal among editions', () => {
  it('begins its breadcrumbs as it is called there, and leads to the others from the head and the foot of each page', async () => {
    using site = portal();
    await site.built();
    for (const url of ['/chine/', PORT_URL, '/archives/2013/', '/404.html']) {
      const page = site.page(url);
      assert.match(page, /<nav class="breadcrumb"[^>]*>\s*<ol>\s*<li><a href="\/">Français<\/a>/, url);
      const links = page.match(/<a href="https:\/\/en\.example\/" hreflang="en" lang="en">English<\/a>/g);
      assert.equal(links?.length, 2, url);
      assert.equal(page.match(/hreflang="ar" lang="ar" dir="rtl">العربية</g)?.length, 2, url);
    }
  });

  it('tells search engines the front page’s other languages, and its own', async () => {
    using site = portal();
    await site.built();
    assert.deepEqual(alternatesOf(site, '/'), [
      'fr https://portail.example/',
      'en https://en.example/',
      'ar https://ar.example/',
    ]);
    assert.deepEqual(alternatesOf(site, '/chine/'), []);
  });

  it('without others has no list of them', async () => {
    using site = portal({}, '');
    await site.built();
    const page = site.page('/');
    assert.ok(!page.includes('Autres éditions') && !page.includes('hreflang'));
    assert.match(site.page('/chine/'), /<li><a href="\/">À la une<\/a><\/li>/);
  });
});

describe('an article that is translated', () => {
  it('names its translations by their editions, in their languages', async () => {
    using site = portal({ translations: TRANSLATIONS });
    await site.built();
    const page = site.page(PORT_URL);
    assert.match(
      page,
      /Aussi en\u00a0:\s*<a rel="alternate" href="https:\/\/en\.example\/2014\/port\.html" hreflang="en" lang="en">English<\/a>\s*<a rel="alternate" href="https:\/\/ar\.example\/2014\/7" hreflang="ar" lang="ar" dir="rtl">العربية<\/a>/,
    );
    assert.deepEqual(alternatesOf(site, PORT_URL), [
      `fr https://portail.example${PORT_URL}`,
      'en https://en.example/2014/port.html',
      'ar https://ar.example/2014/7',
    ]);
    assert.deepEqual(alternatesOf(site, '/chine/2013/05/01/vieux.html'), []);
  });

  it('is written again for a translation that comes, and no other page is', async () => {
    using site = portal();
    await site.built();
    site.write(PORT, article({ translations: TRANSLATIONS }));
    assert.deepEqual(await site.writtenBy(() => site.built()), [PORT_URL]);
    assert.deepEqual(site.tree(), (await site.cleanBuild()).tree);
  });

  it('stays on line, with « keep going », when its edition is gone', async () => {
    using site = portal({ translations: TRANSLATIONS });
    await site.built();
    site.edit('_data/site.yaml', text => text.replace(/ {2}- \{ lang: ar.*\n/, ''));
    const { ok, problems } = await site.build({ keepGoing: true });
    assert.ok(ok);
    assert.deepEqual(
      problems.map(({ rule, staysOnline }) => [rule, staysOnline]),
      [['unknown-edition', true]],
    );
    assert.ok(site.has(PORT_URL));
  });
});
