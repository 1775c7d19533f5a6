// What search engines read of the portal: where its pages are, when they changed, what is news.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parseXml, type XmlElement } from '@rgrove/parse-xml';
import { urlOf } from '../../src/address/addresses.ts';
import type { Entry } from '../../src/edition/entry.ts';
import type { PageContext } from '../../src/pages/page-type.ts';
import { Reference } from '../../src/pages/shown.ts';
import { newsSitemap } from '../../src/pages/sitemap/news-sitemap-page.ts';
import { cut, MOST_ADDRESSES, monthParts } from '../../src/pages/sitemap/sitemap-parts.ts';
import { quarters } from '../media/sample-photographs.ts';
import { sampleMp4 } from '../media/sample-recordings.ts';
import { AFTERNOON, article, type MiniSite, miniSite } from '../mini-site.ts';
import { monthsOf, someEntry } from '../some-entries.ts';

const BASE = 'https://portail.example';
const INDEX = '/sitemap.xml';
const PAGES = '/sitemaps/pages.xml';
const NEWS = '/sitemaps/actualites.xml';

/** The elements of a name, wherever they stand, of XML that a strict parser takes. */
function elementsOf(xml: string, name: string): readonly XmlElement[] {
  const found: XmlElement[] = [];
  const look = (element: XmlElement): void => {
    if (element.name === name) found.push(element);
    for (const child of element.children) if (child.type === 'element') look(child as XmlElement);
  };
  look(parseXml(xml).root!);
  return found;
}

function textsOf(xml: string, name: string): readonly string[] {
  return elementsOf(xml, name).map(({ text }) => text);
}

/** The addresses within the site that a sitemap names. */
function addressesIn(site: MiniSite, url: string): readonly string[] {
  return textsOf(site.page(url), 'loc').map(address => {
    assert.ok(address.startsWith(`${BASE}/`), address);
    return address.slice(BASE.length);
  });
}

/** Of each article of a month when it changed. */
function changesIn(site: MiniSite, url: string): Readonly<Record<string, string | undefined>> {
  return Object.fromEntries(
    elementsOf(site.page(url), 'url').map(element => {
      const of = (name: string) =>
        element.children.find(child => child.type === 'element' && (child as XmlElement).name === name) as
          | XmlElement
          | undefined;
      return [of('loc')!.text.slice(BASE.length), of('lastmod')?.text];
    }),
  );
}

const MAY = '/sitemaps/2014-05.xml';
const MARCH = '/sitemaps/2013-03.xml';

const PORTAL = {
  'content/articles/port.md': article({ title: 'Le port rouvre', topics: ['commerce'], author: 'Zoé Li' }),
  'content/articles/vieux.md': article({ date: '2013-03-01T08:00', aliases: ['/ancien.html'] }),
  'content/articles/retire.md': article({ withdrawn: 'Un faux document.' }),
  'content/articles/brouillon.md': article({ draft: true }),
  'content/articles/demain.md': article({ date: '2014-05-21T08:00' }),
  'content/pages/a-propos.md': '---\ntitle: À propos\ndescription: Nous.\n---\n\nNous.\n',
};

describe('sitemaps', () => {
  it('name every page that search engines may show, once, and no other', async () => {
    using site = miniSite(PORTAL);
    await site.built();
    const sitemaps = addressesIn(site, INDEX);
    assert.deepEqual(sitemaps.toSorted(), [NEWS, MARCH, MAY, PAGES].sort());
    const named = sitemaps.filter(url => url !== NEWS).flatMap(url => addressesIn(site, url));
    assert.equal(new Set(named).size, named.length);
    for (const url of named) {
      const page = site.page(url);
      assert.ok(page.includes(`<link rel="canonical" href="${BASE}${url}">`), url);
      assert.ok(page.includes('<meta name="robots" content="max-image-preview:large">'), url);
    }
    const others = [...site.tree().keys()]
      .filter(name => name.endsWith('.html'))
      .map(urlOf)
      .filter(url => !named.includes(url));
    for (const url of others) {
      const isKeptOut = site.page(url).includes('<meta name="robots" content="noindex">');
      // Lists by date repeat what is there; pieces of pages are no pages; the rest are small lists of furniture.
      assert.ok(isKeptOut || /\/\d{4}\/|^\/(?:furniture|flash|les-plus-lus|sondages|meteo)\//.test(url), url);
    }
  });

  it('say truly when an article changed: by an update, a correction, or an appearance after its date', async () => {
    using site = miniSite({
      'content/articles/simple.md': article({ date: '2014-05-10T08:00' }),
      'content/articles/jour.md': article({ date: '2014-05-10' }),
      'content/articles/revu.md': article({ date: '2014-05-10T08:00', updated: '2014-05-12T09:00' }),
      'content/articles/corrige.md': article({
        date: '2014-05-10T08:00',
        updated: '2014-05-12T09:00',
        corrections: [{ date: '2014-05-13T10:00', text: 'Il y a trois grues.' }],
      }),
      'content/articles/retenu.md': article({ date: '2014-05-10T08:00', publish: '2014-05-14T11:00' }),
    });
    await site.built();
    assert.deepEqual(changesIn(site, MAY), {
      '/chine/2014/05/10/simple.html': '2014-05-10T08:00:00+08:00',
      '/chine/2014/05/10/jour.html': '2014-05-10T00:00:00+08:00',
      '/chine/2014/05/10/revu.html': '2014-05-12T09:00:00+08:00',
      '/chine/2014/05/10/corrige.html': '2014-05-13T10:00:00+08:00',
      '/chine/2014/05/10/retenu.html': '2014-05-14T11:00:00+08:00',
    });
    assert.ok(textsOf(site.page(INDEX), 'lastmod').includes('2014-05-14T11:00:00+08:00'));
    assert.deepEqual(textsOf(site.page(PAGES), 'lastmod'), []);
  });

  it('name photographs that are there', async () => {
    const image = (src: string) => ({ src, alt: 'Une mer' });
    using site = miniSite({
      'content/articles/photo.md': article({ image: image('a.jpg') }),
      'content/articles/album.md': article({ gallery: [image('a.jpg'), image('b.jpg')] }),
      'content/media/a.jpg': await quarters(1600, 900).jpeg().toBuffer(),
      'content/media/b.jpg': await quarters(240, 120).jpeg().toBuffer(),
    });
    await site.built();
    const images = textsOf(site.page(MAY), 'image:loc');
    assert.equal(images.length, 3);
    for (const address of images) assert.ok(site.has(address.slice(BASE.length)), address);
  });

  it('name a film of the portal’s own that has a still', async () => {
    const film = { title: 'Un film', transcript: 'texte.txt', poster: 'a.jpg' };
    using site = miniSite({
      'content/articles/film.md': article({
        title: 'Le film',
        summary: 'À voir.',
        video: { ...film, src: 'film.mp4' },
      }),
      'content/articles/ailleurs.md': article({ video: { ...film, src: 'https://films.example/1' } }),
      'content/media/a.jpg': await quarters().jpeg().toBuffer(),
      'content/media/film.mp4': sampleMp4(),
      'content/media/texte.txt': 'Une mer.',
    });
    await site.built();
    const xml = site.page(MAY);
    assert.deepEqual(textsOf(xml, 'video:title'), ['Le film']);
    assert.deepEqual(textsOf(xml, 'video:description'), ['À voir.']);
    for (const name of ['video:thumbnail_loc', 'video:content_loc'])
      for (const address of textsOf(xml, name)) assert.ok(site.has(address.slice(BASE.length)), address);
    assert.equal(elementsOf(xml, 'video:content_loc').length, 1);
  });

  it('change with their own articles alone: a new one writes its month, the list of sitemaps and the news', async () => {
    using site = miniSite(PORTAL);
    await site.built();
    const old = site.page(MARCH);
    site.write('content/articles/neuf.md', article({ title: 'Neuf', date: '2014-05-20T14:00' }));
    const written = await site.writtenBy(() => site.built());
    assert.deepEqual(
      written.filter(url => url.includes('sitemap') || url === '/robots.txt'),
      [INDEX, MAY, NEWS].sort(),
    );
    site.edit('content/articles/vieux.md', text => text.replace('---\n', '---\nupdated: 2013-04-01\n'));
    await site.built();
    assert.notEqual(site.page(MARCH), old);
    assert.deepEqual(site.tree(), (await site.cleanBuild()).tree);
  });

  it('stay within the limits of a file, and an old file does not change when its month grows', () => {
    const entry = (file: number, films = 0) =>
      someEntry({
        file: String(file),
        slug: String(file),
        date: file,
        media: Array.from({ length: films }, () => ({ role: 'video' })) as never,
      });
    const parts = (count: number) => {
      const newestFirst = Array.from({ length: count }, (_, index) => entry(count - index));
      return [...monthParts({ published: monthsOf(newestFirst), audience: 'readers' })];
    };
    const [first, second, third] = parts(120_000);
    assert.deepEqual(
      [first!.url, second!.url, third!.url],
      [MAY, '/sitemaps/2014-05-2.xml', '/sitemaps/2014-05-3.xml'],
    );
    for (const { entries } of [first!, second!, third!]) assert.ok(entries.length <= MOST_ADDRESSES);
    const namesOf = ({ entries }: { readonly entries: readonly Entry[] }) => entries.map(({ file }) => file);
    assert.deepEqual(parts(120_001).slice(0, 2).map(namesOf), [first!, second!].map(namesOf));
    assert.deepEqual(
      cut([1, 2, 3], () => 30_000).map(part => part.length),
      [1, 1, 1],
    );
  });
});

describe('the sitemap of news', () => {
  it('has what appeared in the last two days, with the title and the language', async () => {
    using site = miniSite({
      'content/articles/port.md': article({ title: 'Le port & la mer' }),
      'content/articles/english.md': article({ title: 'The port', lang: 'en', date: '2014-05-19T08:00' }),
      'content/articles/chinois.md': article({ title: '港口', lang: 'zh-Hant', date: '2014-05-19T07:00' }),
      'content/articles/vieux.md': article({ date: '2014-05-18T15:29' }),
      'content/articles/retenu.md': article({ date: '2014-05-01T08:00', publish: '2014-05-20T11:00' }),
    });
    await site.built({ now: AFTERNOON });
    const news = site.page(NEWS);
    assert.deepEqual(addressesIn(site, NEWS), [
      '/chine/2014/05/20/port.html',
      '/chine/2014/05/01/retenu.html',
      '/chine/2014/05/19/english.html',
      '/chine/2014/05/19/chinois.html',
    ]);
    assert.deepEqual(textsOf(news, 'news:language'), ['fr', 'fr', 'en', 'zh-tw']);
    assert.equal(textsOf(news, 'news:publication_date')[1], '2014-05-20T11:00:00+08:00');
    assert.ok(textsOf(news, 'news:title').includes('Le port & la mer'));
    assert.ok(textsOf(news, 'news:name').every(name => name === 'Le Petit Portail'));
    await site.built({ now: '2014-06-20T12:00+08:00' });
    assert.deepEqual(addressesIn(site, NEWS), []);
  });

  it('has no more than a thousand', () => {
    const now = Date.parse(AFTERNOON);
    const current = monthsOf(
      Array.from({ length: 1500 }, (_, n) => someEntry({ slug: `a${n}`, date: now, from: now })),
    );
    const [page] = newsSitemap.pages({ edition: { current, now } } as never as PageContext);
    const { articles } = page!.shown as { readonly articles: Reference<never> };
    assert.equal((Reference.open(articles) as { readonly entries: readonly Entry[] }).entries.length, 1000);
  });
});

describe('robots.txt', () => {
  it('leads to the list of sitemaps', async () => {
    using site = miniSite(PORTAL);
    await site.built();
    assert.equal(site.page('/robots.txt'), `User-agent: *\nAllow: /\n\nSitemap: ${BASE}${INDEX}\n`);
  });

  it('of the owner stands in its place', async () => {
    using site = miniSite(PORTAL);
    await site.built();
    site.editTheme('static/robots.txt', () => 'User-agent: *\nDisallow: /prive/\n');
    await site.built();
    assert.equal(site.page('/robots.txt'), 'User-agent: *\nDisallow: /prive/\n');
    assert.deepEqual(site.tree(), (await site.cleanBuild()).tree);
  });
});
