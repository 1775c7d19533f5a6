// Articles as IPTC ninjs: whole, valid, at the address of their page, and nothing while the site does not turn it on.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { urlOf } from '../../src/address/addresses.ts';
import type { Ninjs } from '../../src/pages/ninjs/ninjs-page.ts';
import { quarters } from '../media/sample-photographs.ts';
import { sampleMp3 } from '../media/sample-recordings.ts';
import { article, type MiniSite, miniSite } from '../mini-site.ts';
import { NINJS_SCHEMA } from './ninjs-schema.ts';

const ajv = new Ajv2020({ allErrors: true });
addFormats.default(ajv);
const isValid = ajv.compile<Ninjs>(NINJS_SCHEMA);

const PORT = '/chine/2014/05/20/port.json';
const BASE = 'https://portail.example';
const image = { src: 'a.jpg', alt: 'Une mer', credit: 'Zoé Li' };

async function fullSite(): Promise<MiniSite> {
  const site = miniSite({
    'content/articles/port.md': article(
      {
        title: 'Le port : A < B & C',
        summary: 'Trois navires.',
        authors: ['Zoé Li', '林薇'],
        topics: ['commerce'],
        dossiers: ['sommet'],
        place: 'Shanghai',
        image,
        updated: '2014-05-20T14:00',
        expires: '2014-06-20T14:00',
        corrections: [{ date: '2014-05-20T15:00', text: 'Il y a trois grues.' }],
      },
      'Le [quai](/monde/2014/05/19/simple.html) est \\<neuf.\n',
    ),
    'content/articles/simple.md': article({ section: 'monde', date: '2014-05-19', lang: 'en' }),
    'content/articles/album.md': article({ gallery: [image, { src: 'a.jpg', decoration: true }] }),
    'content/articles/son.md': article({
      audio: { src: 'son.mp3', title: 'Un son', transcript: 'texte.txt' },
    }),
    'content/articles/brouillon.md': article({ draft: true }),
    'content/media/a.jpg': await quarters(800, 600).jpeg().toBuffer(),
    'content/media/son.mp3': sampleMp3(),
    'content/media/texte.txt': 'Une mer.',
  });
  site.edit('_data/site.yaml', text => `${text}authority: portail.example,2014\nninjs: true\n`);
  return site;
}

const filesOf = (site: MiniSite): readonly string[] =>
  [...site.tree().keys()].map(urlOf).filter(url => /\/\d\d\/[^/]+\.json$/.test(url));
const objectAt = (site: MiniSite, url: string): Ninjs => JSON.parse(site.page(url));

describe('articles as ninjs', () => {
  it('are valid, one beside each page, which names it', async () => {
    using site = await fullSite();
    await site.built();
    const urls = filesOf(site);
    assert.equal(urls.length, 4);
    for (const url of urls) {
      const object = objectAt(site, url);
      assert.ok(isValid(object), `${url}: ${ajv.errorsText(isValid.errors)}`);
      const page = url.replace(/json$/, 'html');
      assert.equal(object.renditions[0]!.href, BASE + page);
      assert.ok(
        site.page(page).includes(`<link rel="alternate" type="application/json" href="${url}">`),
        page,
      );
      for (const [, address] of JSON.stringify(object).matchAll(/"https:\/\/portail\.example([^"\\]*)\\?"/g))
        assert.ok(site.has(address!), `${address} in ${url}`);
    }
  });

  it('say what the page says', async () => {
    using site = await fullSite();
    await site.built();
    const port = objectAt(site, PORT);
    assert.equal(port.uri, 'tag:portail.example,2014:/chine/2014/05/20/port.html');
    assert.equal(port.headlines[0].value.replace(/[\u00a0\u202f]/g, ' '), 'Le port : A < B & C');
    assert.deepEqual(
      [port.firstCreated, port.versionCreated, port.expires],
      ['2014-05-20T13:43:00+08:00', '2014-05-20T15:00:00+08:00', '2014-06-20T14:00:00+08:00'],
    );
    assert.equal(port.by, 'Zoé Li, 林薇');
    assert.deepEqual(
      port.infoSources.map(({ name, role }) => `${role} ${name}`),
      ['source Xinhua', 'author Zoé Li', 'author 林薇'],
    );
    assert.deepEqual(
      port.subjects.map(({ rel, uri }) => `${rel} ${uri}`),
      [`section ${BASE}/chine/`, `topic ${BASE}/sujets/commerce/`, `dossier ${BASE}/dossiers/sommet/`],
    );
    assert.deepEqual(
      port.descriptions.map(({ role }) => role),
      ['summary', 'correction'],
    );
    assert.match(
      port.bodies[0]!.value,
      /href="https:\/\/portail\.example\/monde\/2014\/05\/19\/simple\.html"/,
    );
    assert.match(port.bodies[0]!.value, /&lt;neuf/);
    assert.equal(port.bodies[0]!.wordCount, 4);
    assert.equal(port.associations[0]!.by, 'Zoé Li');
    assert.equal(objectAt(site, '/monde/2014/05/19/simple.json').language, 'en');
    assert.equal(objectAt(site, '/chine/2014/05/20/album.json').associations.length, 2);
    const [sound] = objectAt(site, '/chine/2014/05/20/son.json').associations;
    assert.deepEqual([sound!.type, sound!.renditions[0]!.contentType], ['audio', 'audio/mpeg']);
  });

  it('are marked as withheld where the newsroom sees what readers do not have', async () => {
    using site = await fullSite();
    await site.built({ audience: 'newsroom' });
    assert.equal(objectAt(site, '/chine/2014/05/20/brouillon.json').pubStatus, 'withheld');
    assert.equal(objectAt(site, PORT).pubStatus, 'usable');
  });

  it('are canceled when the article is withdrawn, and say why, and no more of it than its page does', async () => {
    using site = await fullSite();
    site.edit('content/articles/port.md', text =>
      text.replace('---\n', '---\nwithdrawn: Un document de « A & B » était faux.\n'),
    );
    await site.built();
    const port = objectAt(site, PORT);
    assert.ok(isValid(port), ajv.errorsText(isValid.errors));
    assert.equal(port.pubStatus, 'canceled');
    assert.equal(port.uri, 'tag:portail.example,2014:/chine/2014/05/20/port.html');
    assert.equal(
      port.bodies[0]!.value.replace(/[\u00a0\u202f]/g, ' '),
      '<p>Un document de « A &amp; B » était faux.</p>',
    );
    assert.equal(port.renditions[0]!.href, `${BASE}/chine/2014/05/20/port.html`);
    assert.doesNotMatch(site.page(PORT), /navires|Zoé|grues|neuf|Shanghai/);
    site.edit('content/articles/port.md', text => text.replace('était faux', 'est faux'));
    await site.built();
    assert.match(site.page(PORT), /est faux/);
    assert.deepEqual(site.tree(), (await site.cleanBuild()).tree);
  });

  it('change with their article alone, go with it, and come and go with the setting', async () => {
    using site = await fullSite();
    await site.built();
    site.edit('content/articles/simple.md', text => `${text}\nEncore.\n`);
    const written = await site.writtenBy(() => site.built());
    assert.deepEqual(
      written.filter(url => filesOf(site).includes(url)),
      ['/monde/2014/05/19/simple.json'],
    );
    site.edit('content/articles/port.md', text =>
      text.replace('---\n', '---\nwithdrawn: Un faux document.\n'),
    );
    await site.built();
    assert.deepEqual(site.tree(), (await site.cleanBuild()).tree);
    site.remove('content/articles/album.md');
    await site.built({ allowRemovals: true });
    assert.ok(!site.has('/chine/2014/05/20/album.json'));
    site.edit('_data/site.yaml', text => text.replace('ninjs: true', 'ninjs: false'));
    await site.built();
    assert.deepEqual(filesOf(site), []);
    assert.doesNotMatch(site.page('/monde/2014/05/19/simple.html'), /simple\.json/);
    assert.deepEqual(site.tree(), (await site.cleanBuild()).tree);
  });
});
