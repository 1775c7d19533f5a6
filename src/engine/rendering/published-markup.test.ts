// Finished pages of a site that lives in a folder of its host.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { publishedMarkup, unpublishedMarkup } from './published-markup.ts';

const published = (markup: string): string => publishedMarkup(markup, '/journal');

const WRITTEN: Readonly<Record<string, string>> = {
  '<a href="/">': '<a href="/journal/">',
  '<a class="x"\n href=\'/chine/\'>': '<a class="x"\n href=\'/journal/chine/\'>',
  '<a href=/chine/ rel=next>': '<a href=/journal/chine/ rel=next>',
  '<A HREF = "/chine/">': '<A HREF = "/journal/chine/">',
  '<img src="/a.jpg" srcset="/a.jpg 1x, /b.jpg 2x">':
    '<img src="/journal/a.jpg" srcset="/journal/a.jpg 1x, /journal/b.jpg 2x">',
  '<source srcset="/a.jpg 480w,/b.jpg 800w,\n/c.jpg 1200w"/>':
    '<source srcset="/journal/a.jpg 480w,/journal/b.jpg 800w,\n/journal/c.jpg 1200w"/>',
  '<link rel="preload" imagesrcset="https://a.fr/x,/y 1x, /b">':
    '<link rel="preload" imagesrcset="https://a.fr/x,/y 1x, /journal/b">',
  '<form action="/recherche/"><button formaction="/x">':
    '<form action="/journal/recherche/"><button formaction="/journal/x">',
  '<video poster="/p.jpg"><source src="/f.mp4"><track src="/t.vtt"></video>':
    '<video poster="/journal/p.jpg"><source src="/journal/f.mp4"><track src="/journal/t.vtt"></video>',
  '<svg><use href="/icons.svg#x"/><use xlink:href="/icons.svg#y"/></svg>':
    '<svg><use href="/journal/icons.svg#x"/><use xlink:href="/journal/icons.svg#y"/></svg>',
  '<site-search data-index="/recherche/mois.json" data-one="1">':
    '<site-search data-index="/journal/recherche/mois.json" data-one="1">',
  '<meta http-equiv="refresh" content="0; url=/chine/">':
    '<meta http-equiv="refresh" content="0; url=/journal/chine/">',
  '<script src="/a.js">x = \'<a href="/b">\'</script><a href="/c">':
    '<script src="/journal/a.js">x = \'<a href="/b">\'</script><a href="/journal/c">',
  '<!-- <a href="/b"> --><a href="/c">': '<!-- <a href="/b"> --><a href="/journal/c">',
  '<!--#include virtual="/furniture/jour.html" --><a href="/c">':
    '<!--#include virtual="/journal/furniture/jour.html" --><a href="/journal/c">',
  '<esi:include src="/furniture/jour.html"/>': '<esi:include src="/journal/furniture/jour.html"/>',
  '<template><a href="/c"></template>': '<template><a href="/journal/c"></template>',
  '<?xml-stylesheet href="/f.xsl"?><link href="/flux.xml"/>':
    '<?xml-stylesheet href="/journal/f.xsl"?><link href="/journal/flux.xml"/>',
  '<a title="a > b" href="/c">': '<a title="a > b" href="/journal/c">',
};

for (const [markup, expected] of Object.entries(WRITTEN))
  test(`${markup} is published as ${expected}, and taken back`, () => {
    assert.equal(published(markup), expected);
    assert.equal(unpublishedMarkup(expected, '/journal'), markup);
  });

test('an address that begins with the name of the folder is taken back once', () => {
  const markup = '<a href="/journal/2014/">';
  assert.equal(unpublishedMarkup(published(markup), '/journal'), markup);
});

const LEFT = [
  'href="/chine/"',
  '<p>On écrit href="/chine/" ou src=/a.jpg.</p>',
  '<a href="https://exemple.fr/">',
  '<a href="//exemple.fr/">',
  '<a href="/\\exemple.fr">',
  '<a href="#haut"><a href="?a=/b"><a href="../b/"><a href="">',
  '<img alt="/r/france" title="/r/france" src="data:image/svg+xml,/x">',
  '<meta name="description" content="/r/france">',
  '<style>a { background: url("/a") }</style>',
  '<script>location = "/a"',
  '<!-- <a href="/a">',
  '<a href="/a',
  '<a href',
  '<',
  '',
];

for (const markup of LEFT) test(`${markup} stays as it is`, () => assert.equal(published(markup), markup));

test('a site at the root gets what it gave, whatever that is', () => {
  for (const markup of [...LEFT, ...Object.keys(WRITTEN)]) assert.equal(publishedMarkup(markup, ''), markup);
});

test('nothing else changes, and no address twice', () => {
  const piece = fc.constantFrom(
    ...['<a href="', '/chine/', '">', '<', '>', '"', "'", ' ', '/', '=', 'srcset="', ' 1x, ', ', '],
    ...['<script>', '</script>', '<!--', '-->', 'été', '<p data-x=', '<meta content="0; url='],
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), pieces => {
      const markup = pieces.join('');
      const once = published(markup);
      assert.equal(once.replaceAll('/journal/', '/'), markup);
      assert.doesNotMatch(once, /\/journal\/journal/);
    }),
  );
});
