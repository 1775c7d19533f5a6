// What programs of readers find in the portal's feeds, whichever they read.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type FeedFormat, feedUrl } from '../../src/address/addresses.ts';
import { contentTypeOf } from '../../src/host/content-type.ts';
import { quarters } from '../media/sample-photographs.ts';
import { article, type MiniSite, miniSite } from '../mini-site.ts';
import { type ReadFeed, readAsAtom, readAsJson, readAsRss, readByTags } from './parsed-feeds.ts';

const BASE = 'https://portail.example';
const FORMATS: readonly FeedFormat[] = ['atom', 'rss', 'json'];
const PORT = 'content/articles/port.md';

const PORTAL = {
  [PORT]: article({
    title: 'Le port rouvre',
    summary: 'Trois navires.',
    topics: ['commerce'],
    author: 'Zoé Li',
  }),
  'content/articles/gare.md': article({
    title: 'La gare ferme',
    section: 'monde',
    date: '2014-05-19T08:00',
    topics: ['energie'],
  }),
};

/** Of a page, in one format; every parser that knows the format has to read the same. */
async function feedOf(site: MiniSite, page: string, format: FeedFormat): Promise<ReadFeed> {
  const address = feedUrl(page, format);
  const text = site.page(address);
  if (format === 'json') return readAsJson(text);
  const feed = format === 'atom' ? readAsAtom(text) : readAsRss(text);
  const byTags = await readByTags(text, BASE + address);
  assert.equal(byTags.title, feed.title);
  const known = ({ id, title, url, published }: ReadFeed['items'][number]) => ({ id, title, url, published });
  assert.deepEqual(byTags.items.map(known), feed.items.map(known));
  if (feed.items.every(({ html }) => html !== undefined)) assert.deepEqual(byTags.items, feed.items);
  return feed;
}

async function titlesOf(site: MiniSite, page: string, format: FeedFormat): Promise<readonly unknown[]> {
  return (await feedOf(site, page, format)).items.map(({ title }) => title);
}

describe('feeds of the home page and of sections', () => {
  it('tell the same in all formats: the newest articles, whole', async () => {
    using site = miniSite(PORTAL);
    await site.built();
    for (const format of FORMATS) {
      const { title, items } = await feedOf(site, '/', format);
      assert.equal(title, 'Le Petit Portail');
      assert.deepEqual(
        items.map(item => [item.title, item.url, item.id, item.published]),
        [
          ['Le port rouvre', '/chine/2014/05/20/port.html', '2014-05-20T13:43+08:00'],
          ['La gare ferme', '/monde/2014/05/19/gare.html', '2014-05-19T08:00+08:00'],
        ].map(([name, url, date]) => [
          name,
          BASE + url,
          `tag:portail.example,2026:${url}`,
          Date.parse(date!),
        ]),
      );
      assert.match(items[0]!.html!, /^<p><strong>Trois navires\.<\/strong><\/p>\s*<p>/);
      assert.deepEqual(await titlesOf(site, '/chine/', format), ['Le port rouvre']);
      assert.deepEqual(await titlesOf(site, '/sport/', format), []);
    }
  });

  it('hold pictures, and only whole addresses, wherever the portal lives', async () => {
    const body = `Vers [la gare](/monde/2014/05/19/gare.html) et [plus bas](#partie-suite).[^1]

## Suite

![La mer](quai.jpg)

[^1]: Une note.
`;
    using site = miniSite({
      ...PORTAL,
      [PORT]: article({ image: { src: 'quai.jpg', alt: 'Le « quai » <nord>', credit: 'A & B' } }, body),
      'content/media/quai.jpg': await quarters().jpeg().toBuffer(),
    });
    for (const baseUrl of [BASE, `${BASE}/journal`]) {
      site.edit('_data/site.yaml', text => text.replace(/^baseUrl: .*$/m, `baseUrl: ${baseUrl}`));
      await site.built();
      const canonical = `${baseUrl}/chine/2014/05/20/port.html`;
      for (const format of FORMATS) {
        const { html } = (await feedOf(site, '/', format)).items[0]!;
        const addresses = [...html!.matchAll(/ (?:href|src)="([^"]*)"/g)].map(([, address]) => address!);
        assert.ok(addresses.length >= 6, html!);
        for (const address of addresses) assert.ok(address.startsWith(`${baseUrl}/`), address);
        for (const [, list] of html!.matchAll(/ srcset="([^"]*)"/g))
          for (const candidate of list!.split(', '))
            assert.ok(candidate.startsWith(`${baseUrl}/`), candidate);
        assert.ok(addresses.includes(`${baseUrl}/monde/2014/05/19/gare.html`));
        assert.ok(addresses.includes(`${canonical}#partie-suite`));
        const files = addresses.filter(address => address.startsWith(`${baseUrl}/images/`));
        assert.equal(files.length, 2);
        for (const file of files) assert.ok(site.has(file.slice(baseUrl.length)), file);
      }
      const [, media] = /<media:content url="([^"]*)" type="image\/jpeg" medium="image" width="\d+"/.exec(
        site.page('/rss.xml'),
      )!;
      assert.ok(site.has(media!.slice(baseUrl.length)), media!);
      assert.match(site.page('/rss.xml'), /<media:credit>A &amp; B<\/media:credit>/);
    }
  });

  it('read as typed, whatever an editor types', async () => {
    const title = 'Si A < B & C ]]> D, alors';
    using site = miniSite({
      [PORT]: article(
        { title, summary: 'A < B && C ]]> D', author: 'Zoé & "Li"', topics: ['commerce'] },
        'Un `<script>alert(1)</script>` et `]]> &amp;` fin.\n',
      ),
    });
    await site.built();
    for (const format of FORMATS) {
      const [item] = (await feedOf(site, '/', format)).items;
      assert.equal(item!.title!.replace(/[\u00a0\u202f]/g, ' '), title);
      assert.ok(item!.html!.includes('&lt;script&gt;alert(1)&lt;/script&gt;'));
      assert.ok(item!.html!.includes(']]&gt; &amp;amp;'));
      assert.doesNotMatch(item!.html!, /<script/);
    }
  });

  it('have an embargoed article first when it appears, dated by that instant', async () => {
    using site = miniSite({
      ...PORTAL,
      'content/articles/embargo.md': article({
        title: 'Longtemps retenu',
        date: '2014-05-01T08:00',
        publish: '2014-05-20T15:00',
        updated: '2014-05-02T08:00',
        topics: ['commerce'],
      }),
    });
    await site.built();
    for (const page of ['/', '/chine/'])
      for (const format of FORMATS) {
        const [first] = (await feedOf(site, page, format)).items;
        assert.equal(first!.title, 'Longtemps retenu');
        assert.equal(first!.published, Date.parse('2014-05-20T15:00+08:00'));
      }
    assert.deepEqual(await titlesOf(site, '/sujets/commerce/', 'atom'), [
      'Longtemps retenu',
      'Le port rouvre',
    ]);
    const feed = site.page('/flux.xml');
    assert.ok(!feed.includes('2014-05-02T08:00'), 'an article did not change before it appeared');
  });

  it('hold no more than the newest that the site wants', async () => {
    using site = miniSite(PORTAL);
    site.edit('_data/site.yaml', text => `${text}feedLength: 1\n`);
    await site.built();
    for (const format of FORMATS) assert.deepEqual(await titlesOf(site, '/', format), ['Le port rouvre']);
  });

  it('name the hub of the site, and none when it has none', async () => {
    using site = miniSite(PORTAL);
    await site.built();
    for (const format of FORMATS) assert.doesNotMatch(site.page(feedUrl('/', format)), /hub/);
    site.edit('_data/site.yaml', text => `${text}hub: https://relais.example/?a=1&b=2\n`);
    await site.built();
    assert.match(
      site.page('/flux.xml'),
      /<link rel="hub" href="https:\/\/relais\.example\/\?a=1&amp;b=2"\/>/,
    );
    assert.match(site.page('/rss.xml'), /<atom:link rel="hub" href="https:\/\/relais\.example/);
    assert.deepEqual(JSON.parse(site.page('/flux.json')).hubs, [
      { type: 'WebSub', url: 'https://relais.example/?a=1&b=2' },
    ]);
  });
});

describe('feeds of topics, authors and dossiers', () => {
  it('tell their articles with summaries alone', async () => {
    using site = miniSite({ ...PORTAL, 'content/articles/sommet.md': article({ dossiers: ['sommet'] }) });
    await site.built();
    for (const [page, count] of [
      ['/sujets/commerce/', 1],
      ['/auteurs/zoe-li/', 1],
      ['/dossiers/sommet/', 1],
      ['/dossiers/mondial/', 0],
    ] as const) {
      const { items } = await feedOf(site, page, 'atom');
      assert.equal(items.length, count, page);
      for (const { html } of items) assert.equal(html, undefined, page);
      assert.ok(!site.has(feedUrl(page, 'rss')));
    }
    assert.match(site.page('/sujets/commerce/flux.xml'), /<summary>Trois navires\.<\/summary>/);
  });
});

describe('feeds after one edit', () => {
  const written = async (site: MiniSite): Promise<readonly string[]> =>
    (await site.writtenBy(() => site.built())).filter(url => /\/(?:flux|rss)\.(?:xml|json)$/.test(url));

  it('change where a new article stands, and nowhere else', async () => {
    using site = miniSite(PORTAL);
    await site.built();
    site.write(
      'content/articles/neuf.md',
      article({ title: 'Neuf', topics: ['energie'], author: 'Lin Wei' }),
    );
    assert.deepEqual(
      [...(await written(site))].sort(),
      [
        ...['/flux.xml', '/rss.xml', '/flux.json', '/chine/flux.xml', '/chine/rss.xml', '/chine/flux.json'],
        ...['/sujets/energie/flux.xml', '/auteurs/lin-wei/flux.xml'],
      ].sort(),
    );
    assert.deepEqual(site.tree(), (await site.cleanBuild()).tree);
  });

  it('of a text alone change where texts are whole', async () => {
    using site = miniSite(PORTAL);
    await site.built();
    site.edit(PORT, text => `${text}\nUne phrase de plus.\n`);
    assert.deepEqual([...(await written(site))].sort(), [
      '/chine/flux.json',
      '/chine/flux.xml',
      '/chine/rss.xml',
      '/flux.json',
      '/flux.xml',
      '/rss.xml',
    ]);
    assert.deepEqual(site.tree(), (await site.cleanBuild()).tree);
  });
});

describe('a reader who seeks the feeds', () => {
  it('finds those of each front in its head, with their types, and all of them at /flux/', async () => {
    using site = miniSite({ ...PORTAL, 'content/articles/sommet.md': article({ dossiers: ['sommet'] }) });
    await site.built();
    const feedsIn = (url: string): readonly string[] =>
      [...site.page(url).matchAll(/<link rel="alternate" type="([^"]*)" href="([^"]*)" title="[^"]+">/g)].map(
        ([, type, href]) => {
          assert.ok(site.has(href!), href!);
          assert.equal(contentTypeOf(href!).split(';')[0], type);
          return href!;
        },
      );
    assert.deepEqual(feedsIn('/'), ['/rss.xml', '/flux.json', '/flux.xml']);
    assert.deepEqual(feedsIn('/chine/'), [
      '/chine/flux.xml',
      '/chine/rss.xml',
      '/chine/flux.json',
      '/flux.xml',
    ]);
    assert.deepEqual(feedsIn('/sujets/commerce/'), ['/sujets/commerce/flux.xml', '/flux.xml']);
    assert.deepEqual(feedsIn('/auteurs/zoe-li/'), ['/auteurs/zoe-li/flux.xml', '/flux.xml']);
    assert.deepEqual(feedsIn('/dossiers/sommet/'), ['/dossiers/sommet/flux.xml', '/flux.xml']);
    assert.deepEqual(feedsIn('/chine/2014/05/20/port.html'), ['/flux.xml']);
    for (const section of ['', 'chine/', 'monde/', 'sport/'])
      for (const format of FORMATS)
        assert.ok(site.page('/flux/').includes(`href="${feedUrl(`/${section}`, format)}"`));
    assert.match(site.page('/'), /<a href="\/flux\/">/);
  });
});
