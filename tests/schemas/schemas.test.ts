// Every feed, every sitemap and the description of the search: each as its specification asks, of a portal with every kind of article and of an empty one.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { urlOf } from '../../src/address/addresses.ts';
import { quarters } from '../media/sample-photographs.ts';
import { sampleMp3, sampleMp4 } from '../media/sample-recordings.ts';
import { article, type MiniSite, miniSite } from '../mini-site.ts';
import { type ElementRules, faultsIn } from './element-rules.ts';
import { ATOM, JSON_FEED, OPENSEARCH, RSS, SITEMAP, SITEMAP_INDEX } from './format-rules.ts';

const ajv = new Ajv2020({ allErrors: true });
addFormats.default(ajv);
const isJsonFeed = ajv.compile(JSON_FEED);

const image = { src: 'a.jpg', alt: 'Une « mer » & <un> quai', credit: 'Zoé Li' };
const recording = { title: 'Un enregistrement', transcript: 'texte.txt', poster: 'a.jpg' };

async function fullSite(): Promise<MiniSite> {
  const site = miniSite({
    'content/articles/port.md': article({
      title: 'Le port : A < B & C ]]> "D"',
      summary: 'Trois navires & un quai.',
      authors: ['Zoé Li', '林薇'],
      topics: ['commerce'],
      dossiers: ['sommet'],
      image,
      updated: '2014-05-20T14:00',
    }),
    'content/articles/simple.md': article({ date: '2014-05-19', lang: 'en', topics: ['energie'] }),
    'content/articles/vieux.md': article({ date: '2012-01-01T00:00', section: 'sport' }),
    'content/articles/album.md': article({ gallery: [image, image], section: 'monde' }),
    'content/articles/film.md': article({ video: { ...recording, src: 'film.mp4' } }),
    'content/articles/ailleurs.md': article({ video: { ...recording, src: 'https://films.example/1' } }),
    'content/articles/son.md': article({ audio: { ...recording, src: 'son.mp3' } }),
    'content/pages/a-propos.md': '---\ntitle: À propos\ndescription: Nous.\n---\n\nNous.\n',
    'content/media/a.jpg': await quarters(800, 450).jpeg().toBuffer(),
    'content/media/film.mp4': sampleMp4(),
    'content/media/son.mp3': sampleMp3(),
    'content/media/texte.txt': 'Une mer.',
  });
  site.edit('_data/site.yaml', text => `${text}hub: https://relais.example/?a=1&b=2\n`);
  return site;
}

/** The faults of every file of a form, by its address, and how many there are. */
function faultsAt(site: MiniSite, form: RegExp, faultsOf: (text: string) => readonly string[]) {
  const urls = [...site.tree().keys()].map(urlOf).filter(url => form.test(url));
  return {
    count: urls.length,
    faults: urls.flatMap(url => faultsOf(site.page(url)).map(fault => `${url}: ${fault}`)),
  };
}

const FORMATS: readonly (readonly [what: string, form: RegExp, root: string, rules: ElementRules])[] = [
  ['Atom', /\/flux\.xml$/, 'feed', ATOM],
  ['RSS', /\/rss\.xml$/, 'rss', RSS],
  ['sitemaps', /^\/sitemaps\//, 'urlset', SITEMAP],
  ['the list of sitemaps', /^\/sitemap\.xml$/, 'sitemapindex', SITEMAP_INDEX],
  ['OpenSearch', /^\/opensearch\.xml$/, 'OpenSearchDescription', OPENSEARCH],
];

for (const [which, make] of [
  ['a portal with every kind of article', fullSite],
  ['a portal without any article', async () => miniSite()],
] as const)
  describe(`of ${which}`, () => {
    let site: MiniSite;
    before(async () => {
      site = await make();
      await site.built();
    });
    after(() => site?.[Symbol.dispose]());

    for (const [what, form, root, rules] of FORMATS)
      it(`${what} are as their specification asks`, () => {
        const { count, faults } = faultsAt(site, form, text => faultsIn(text, root, rules));
        assert.ok(count > 0);
        assert.deepEqual(faults, []);
      });

    it('JSON feeds are as their specification asks', () => {
      const { count, faults } = faultsAt(site, /\/flux\.json$/, text =>
        isJsonFeed(JSON.parse(text)) ? [] : [ajv.errorsText(isJsonFeed.errors)],
      );
      assert.equal(count, 4);
      assert.deepEqual(faults, []);
    });
  });

it('rules find what is wrong', () => {
  const good = '<sitemapindex><sitemap><loc>https://a.example/1.xml</loc></sitemap></sitemapindex>';
  assert.deepEqual(faultsIn(good, 'sitemapindex', SITEMAP_INDEX), []);
  for (const [wrong, fault] of [
    [good.replaceAll('sitemapindex', 'urlset'), 'the root is urlset'],
    [good.replace(/<loc>.*<\/loc>/, ''), 'sitemap has not 1 of loc'],
    [good.replace('https:', 'http:'), 'loc says « http://a.example/1.xml »'],
    [good.replace('<loc>', '<when/><loc>'), 'sitemap may not have when'],
    [good.replace('<sitemap>', '<sitemap x="1">'), 'sitemap has x="1"'],
    [good.replace('<loc>', '<lastmod>2014-05-20T15:30:00+08:00</lastmod><loc>'), 'sitemap: lastmod loc'],
  ] as const)
    assert.deepEqual(faultsIn(wrong, 'sitemapindex', SITEMAP_INDEX), [fault]);
  assert.ok(!isJsonFeed({ version: 'https://jsonfeed.org/version/1.1', title: '' }));
});
