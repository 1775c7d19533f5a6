// What search engines and agents are told of each page, as schema.org has it.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { brotliCompressSync } from 'node:zlib';
import sharp from 'sharp';
import { urlOf } from '../../src/address/addresses.ts';
import { quarters } from '../media/sample-photographs.ts';
import { sampleMp3, sampleMp4 } from '../media/sample-recordings.ts';
import { article, type MiniSite, miniSite } from '../mini-site.ts';
import { renderSample, samples } from '../rendering/render-sample.ts';
import { expanded, propertiesOf } from './expanded.ts';
import { assertWhole, faultsOf, graphOf, type Thing } from './schema.ts';

const BASE = 'https://portail.example';
const image = { src: 'a.jpg', alt: 'Une mer', credit: 'Zoé Li' };
const recording = { title: 'Un enregistrement', transcript: 'texte.txt', poster: 'a.jpg' };

async function fullSite(): Promise<MiniSite> {
  const site = miniSite({
    'content/articles/port.md': article({
      title: 'Le port : A < B & C',
      summary: 'Trois navires.',
      authors: ['Zoé Li', '林薇'],
      topics: ['commerce', 'energie'],
      dossiers: ['sommet'],
      image,
      updated: '2014-05-20T14:00',
      corrections: [{ date: '2014-05-20T15:00', text: 'Il y a trois grues.' }],
      translations: [{ lang: 'en', url: 'https://en.example/1' }],
    }),
    'content/articles/simple.md': article({ date: '2014-05-19' }),
    'content/articles/retenu.md': article({
      date: '2014-05-01T08:00',
      publish: '2014-05-20T12:00',
      lang: 'en',
    }),
    'content/articles/album.md': article({ gallery: [image, image], section: 'monde' }),
    'content/articles/film.md': article({ video: { ...recording, src: 'film.mp4' } }),
    'content/articles/ailleurs.md': article({ video: { ...recording, src: 'https://films.example/1' } }),
    'content/articles/son.md': article({ audio: { ...recording, src: 'son.mp3' } }),
    'content/articles/retire.md': article({ withdrawn: 'Un faux document.', aliases: ['/vieux.html'] }),
    'content/pages/a-propos.md': '---\ntitle: À propos\ndescription: Nous.\n---\n\nNous.\n',
    'content/media/a.jpg': await quarters(1600, 900).jpeg().toBuffer(),
    'content/media/film.mp4': sampleMp4(),
    'content/media/son.mp3': sampleMp3(),
    'content/media/texte.txt': 'Une mer.',
  });
  site.edit(
    '_data/site.yaml',
    text => `${text}editions: [{ lang: en, name: English, url: 'https://en.example/' }]\n`,
  );
  return site;
}

describe('the structured data of a portal', () => {
  let site: MiniSite;
  before(async () => {
    site = await fullSite();
    await site.built();
  });
  after(() => site?.[Symbol.dispose]());

  const pages = (): readonly string[] =>
    [...site.tree().keys()]
      .filter(name => name.endsWith('.html') && !name.startsWith('furniture/'))
      .map(urlOf);
  const graphAt = (url: string): readonly Thing[] => graphOf(site.page(url))!;
  const thingAt = (url: string, type: string): Thing => {
    const found = graphAt(url).filter(each => each['@type'] === type);
    assert.equal(found.length, 1, `${type} at ${url}`);
    return found[0]!;
  };

  it('is read whole by a processor of JSON-LD, each word as one of schema.org’s', async () => {
    for (const url of pages()) {
      const graph = graphOf(site.page(url));
      if (graph === null) continue;
      const nodes = await expanded(graph);
      assert.equal(nodes.length, graph.length, url);
      const names = propertiesOf(nodes);
      assert.deepEqual(
        names.filter(name => !name.startsWith('https://schema.org/')),
        [],
        url,
      );
      assert.deepEqual(
        names.map(name => name.replace('https://schema.org/', '')).sort(),
        propertiesOf(graph).sort(),
      );
    }
  });

  it('is right on every page that search engines may show, and on no other', () => {
    const kinds = new Set<string>();
    for (const url of pages()) {
      const html = site.page(url);
      const graph = graphOf(html);
      assert.equal(graph === null, html.includes('content="noindex"'), url);
      if (graph === null) continue;
      assertWhole(graph);
      for (const each of graph) {
        assert.deepEqual(faultsOf(each), [], url);
        kinds.add(each['@type']);
      }
      for (const [, address] of JSON.stringify(graph).matchAll(/"https:\/\/portail\.example([^"]*)"/g))
        assert.ok(site.has(address!.replace(/[?#].*/, '')), `${address} on ${url}`);
    }
    assert.deepEqual([...kinds].sort(), [
      ...['AudioObject', 'BreadcrumbList', 'CollectionPage', 'ImageGallery', 'ItemList', 'NewsArticle'],
      ...['NewsMediaOrganization', 'VideoObject', 'WebPage', 'WebSite'],
    ]);
  });

  it('tells of an article who wrote it, when, in which section, on what, and what was corrected', () => {
    const told = thingAt('/chine/2014/05/20/port.html', 'NewsArticle');
    assert.equal(String(told.headline).replace(/[\u00a0\u202f]/g, ' '), 'Le port : A < B & C');
    assert.equal(told.datePublished, '2014-05-20T13:43:00+08:00');
    assert.equal(told.dateModified, '2014-05-20T15:00:00+08:00');
    assert.deepEqual(told.author, [
      { '@type': 'Person', name: 'Zoé Li', url: `${BASE}/auteurs/zoe-li/` },
      { '@type': 'Person', name: '林薇' },
    ]);
    assert.equal(told.articleSection, 'Chine');
    assert.deepEqual(told.keywords, ['Commerce', 'Énergie']);
    assert.equal((told.correction as readonly unknown[]).length, 1);
    assert.equal((told.image as readonly unknown[]).length, 4);
    assert.equal(told.inLanguage, 'fr');
    const simple = thingAt('/chine/2014/05/19/simple.html', 'NewsArticle');
    assert.equal(simple.datePublished, '2014-05-19T00:00:00+08:00');
    assert.deepEqual(simple.author, [{ '@type': 'Organization', name: 'Xinhua' }]);
    const late = thingAt('/chine/2014/05/01/retenu.html', 'NewsArticle');
    assert.equal(late.datePublished, '2014-05-20T12:00:00+08:00');
    assert.equal(late.inLanguage, 'en');
  });

  it('tells social networks the same', () => {
    const html = site.page('/chine/2014/05/20/port.html');
    for (const [property, content] of [
      ['og:description', 'Trois navires.'],
      ['article:published_time', '2014-05-20T13:43:00+08:00'],
      ['article:modified_time', '2014-05-20T15:00:00+08:00'],
      ['article:section', 'Chine'],
      ['article:tag', 'Énergie'],
      ['article:author', '林薇'],
    ])
      assert.ok(html.includes(`<meta property="${property}" content="${content}">`), property!);
    assert.doesNotMatch(site.page('/chine/'), /property="article:/);
  });

  it('lists on a front what stands there, in its order', () => {
    const { itemListElement } = thingAt('/monde/', 'ItemList');
    assert.deepEqual(itemListElement, [
      { '@type': 'ListItem', position: 1, url: `${BASE}/monde/2014/05/20/album.html` },
    ]);
    const urls = (thingAt('/', 'ItemList').itemListElement as readonly Thing[]).map(item => item.url);
    assert.equal(new Set(urls).size, urls.length);
    const places = urls.map(url => site.page('/').indexOf(`href="${String(url).slice(BASE.length)}"`));
    assert.ok(places.length >= 6 && !places.includes(-1));
    assert.deepEqual(thingAt('/sport/', 'ItemList').itemListElement, []);
  });

  it('tells of the publisher by what rules it works', () => {
    const { publishingPrinciples } = thingAt('/', 'NewsMediaOrganization');
    assert.equal(publishingPrinciples, `${BASE}/a-propos/`);
  });

  it('of an old article stays when there is news', async () => {
    const old = site.page('/chine/2014/05/01/retenu.html');
    site.write(
      'content/articles/neuf.md',
      article({ section: 'sport', date: '2014-05-20T15:00', flash: true }),
    );
    await site.built();
    assert.deepEqual(graphOf(site.page('/chine/2014/05/01/retenu.html')), graphOf(old));
  });
});

describe('the picture of an article, for search engines', () => {
  const imagesAt = (site: MiniSite, name: string): readonly string[] => {
    const graph = graphOf(site.page(`/chine/2014/05/20/${name}.html`))!;
    return graph.find(each => each['@type'] === 'NewsArticle')!.image as readonly string[];
  };
  const sizesAt = (site: MiniSite, name: string): Promise<readonly string[]> =>
    Promise.all(
      imagesAt(site, name).map(async url => {
        const { width, height } = await sharp(join(site.dir, '_site', url.slice(BASE.length))).metadata();
        return `${width}x${height}`;
      }),
    );
  const illustrated = (src: string, hour: string): string =>
    article({ image: { ...image, src }, date: `2014-05-20T${hour}` });

  async function sized(): Promise<MiniSite> {
    return miniSite({
      'content/articles/large.md': illustrated('large.jpg', '12:00'),
      'content/articles/petite.md': illustrated('petite.jpg', '11:00'),
      'content/articles/vignette.md': illustrated('vignette.jpg', '10:00'),
      'content/articles/dessin.md': illustrated('dessin.svg', '09:00'),
      'content/articles/texte.md': article({ date: '2014-05-20T08:00' }),
      'content/media/large.jpg': await quarters(2400, 1600).jpeg().toBuffer(),
      'content/media/petite.jpg': await quarters(640, 480).jpeg().toBuffer(),
      'content/media/vignette.jpg': await quarters(200, 150).jpeg().toBuffer(),
      'content/media/dessin.svg':
        '<svg xmlns="http://www.w3.org/2000/svg" width="1600" height="1600"><path d="M0 0h9v9z"/></svg>',
    });
  }

  it('is square, 4:3 and 16:9, as wide as the photograph allows and never wider', async () => {
    using site = await sized();
    await site.built();
    const sizes = (name: string) => sizesAt(site, name);
    assert.deepEqual((await sizes('large')).slice(0, 3), ['1200x1200', '1200x900', '1200x675']);
    assert.deepEqual((await sizes('dessin')).slice(0, 3), ['1200x1200', '1200x900', '1200x675']);
    assert.deepEqual(await sizes('petite'), ['480x480', '640x480', '640x360', '640x480']);
    // Too small for search engines in any shape: what social networks get, and the photograph itself.
    assert.equal((await sizes('vignette')).length, 2);
    assert.deepEqual(await sizes('texte'), ['1200x630']);
  });

  it('is in these shapes while the article is among the newest, and an older one without a picture is not touched', async () => {
    using site = await sized();
    site.edit('_data/site.yaml', text =>
      text.replace('furnitureArticles: 3', 'furnitureArticles: 0\nnewsCrops: 3'),
    );
    await site.built();
    const counts = (): readonly number[] =>
      ['large', 'petite', 'vignette', 'dessin', 'texte'].map(name => imagesAt(site, name).length);
    assert.deepEqual(counts(), [4, 4, 2, 2, 1]);
    // A text moves past the limit: no page has to say so.
    site.write('content/articles/un.md', article({ date: '2014-05-20T13:00', section: 'sport' }));
    const written = await site.writtenBy(() => site.built());
    assert.deepEqual(counts(), [4, 4, 2, 2, 1]);
    assert.ok(!written.some(url => /(?:texte|dessin)\.html$/.test(url)), written.join(' '));
    site.write('content/articles/deux.md', article({ date: '2014-05-20T13:30', section: 'sport' }));
    await site.built();
    assert.deepEqual(counts(), [4, 2, 2, 2, 1]);
    assert.deepEqual(site.tree(), (await site.cleanBuild()).tree);
  });
});

it('structured data take at most 1,200 bytes of a page, compressed', () => {
  for (const sample of samples) {
    const html = renderSample(sample);
    const without = html.replace(/<script type="application\/ld\+json">[^<]*<\/script>/, '');
    const bytes = brotliCompressSync(html).length - brotliCompressSync(without).length;
    assert.ok(bytes <= 1200, `${sample.name}: ${bytes} bytes`);
  }
});
