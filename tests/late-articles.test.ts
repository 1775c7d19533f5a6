// An article that appears after its date, from an embargo or an old archive: new where readers look for what is new, filed by its date.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { AFTERNOON, article, type MiniSite, miniSite } from './mini-site.ts';

const EVENING = '2014-05-20T18:30:00+08:00';

/** Ten articles of one topic, one a day at 8:00, the last on the day of the edition. */
const DAYS = Array.from({ length: 10 }, (_, index) => index + 11);

/** Of another section, dated among them, and there from 18:00 on. */
const LATE = article({
  title: 'Le rapport',
  section: 'monde',
  date: '2014-05-12T09:00',
  publish: '2014-05-20T18:00',
  topics: ['energie'],
});
const LATE_URL = '/monde/2014/05/12/rapport.html';

/** With old matches, so that there is enough for « Le fil ». */
function siteWithLate(late = LATE): MiniSite {
  const files = DAYS.map(day => [
    `content/articles/jour-${day}.md`,
    article({ title: `Jour ${day}`, date: `2014-05-${day}T08:00`, topics: ['energie'] }),
  ]);
  const old = Array.from({ length: 9 }, (_, index) => [
    `content/articles/match-${index}.md`,
    article({ title: `Match ${index}`, date: '2013-01-20', section: 'sport' }),
  ]);
  return miniSite({ ...Object.fromEntries([...files, ...old]), 'content/articles/rapport.md': late });
}

/** The addresses of the articles to which a part of a page links, in order. */
function articlesIn(html: string, from: string, to: string): readonly string[] {
  const start = html.indexOf(from);
  assert.ok(start >= 0, from);
  const part = html.slice(start, html.indexOf(to, start));
  return [...new Set([...part.matchAll(/\/\w+\/\d{4}\/\d\d\/\d\d\/[\w-]+\.html/g)].map(([url]) => url))];
}

const wireOf = (site: MiniSite): readonly string[] =>
  articlesIn(site.page('/'), '<section class="wire">', '</section>');

describe('an article that appears after its date', () => {
  it('opens « Le fil » and the feed, with the hour at which it appeared', async () => {
    using site = siteWithLate();
    await site.built({ now: AFTERNOON });
    assert.ok(!wireOf(site).includes(LATE_URL));
    await site.built({ now: EVENING });
    assert.equal(wireOf(site)[0], LATE_URL);
    assert.match(
      site.page('/'),
      /<time datetime="2014-05-20T18:00:00\+08:00">20\.05\.2014 18h00<\/time> <a href="\/monde\/2014\/05\/12\/rapport\.html">/,
    );
    const feed = site.page('/flux.xml');
    const [entry] = feed.split('<entry>').slice(1);
    assert.ok(entry!.includes(LATE_URL));
    assert.ok(entry!.includes('<published>2014-05-20T18:00:00+08:00</published>'));
    assert.ok(entry!.includes('<updated>2014-05-20T18:00:00+08:00</updated>'));
    assert.ok(feed.indexOf('<updated>2014-05-20T18:00:00+08:00</updated>') < feed.indexOf('<entry>'));
  });

  it('is in the feed though its date is older than all others there', async () => {
    using site = siteWithLate();
    site.edit('_data/site.yaml', text => `${text}feedLength: 2\n`);
    await site.built({ now: EVENING });
    const feed = site.page('/flux.xml');
    assert.deepEqual(
      [...feed.matchAll(/<id>tag:portail\.example,2026:(\/.+\.html)<\/id>/g)].map(([, url]) => url),
      [LATE_URL, '/chine/2014/05/20/jour-20.html'],
    );
  });

  it('dates the edition', async () => {
    using site = siteWithLate();
    await site.built({ now: EVENING });
    assert.match(site.page('/'), /<span class="edition">Édition de 18\u00a0h\u00a000<\/span>/);
  });

  it('stands by its date in its section, its topic and the archives, and on its page', async () => {
    using site = siteWithLate();
    await site.built({ now: EVENING });
    assert.ok(site.page('/archives/2014/05/12/').includes(LATE_URL));
    assert.ok(!site.page('/archives/2014/05/20/').includes(LATE_URL));
    const topic = articlesIn(site.page('/sujets/energie/'), '<ul class="cards">', '</ul>');
    assert.equal(topic.indexOf(LATE_URL), 8);
    assert.ok(site.page(LATE_URL).includes('12.05.2014 09h00'));
  });

  it('rewrites nothing of the articles that were there before it', async () => {
    using site = siteWithLate();
    await site.built({ now: AFTERNOON });
    const written = await site.writtenBy(() => site.built({ now: EVENING }));
    assert.deepEqual(
      written.filter(url => url.startsWith('/chine/2014/') && !carriesFurniture(url)),
      [],
    );
    assert.deepEqual(
      articlesIn(site.page(LATE_URL), '<section class="related">', '</section>'),
      [20, 19, 18, 17].map(day => `/chine/2014/05/${day}/jour-${day}.html`),
    );
    const clean = await site.cleanBuild({ now: EVENING });
    assert.deepEqual(site.tree(), clean.tree);
  });

  it('is to what appears after it as any other article', async () => {
    using site = siteWithLate();
    site.write(
      'content/articles/soir.md',
      article({ title: 'Le soir', date: '2014-05-20T18:15', topics: ['energie'] }),
    );
    await site.built({ now: EVENING });
    assert.equal(
      articlesIn(site.page('/chine/2014/05/20/soir.html'), '<section class="related">', '</section>')[0],
      LATE_URL,
    );
    assert.deepEqual(wireOf(site).slice(0, 1), [LATE_URL]);
  });

  it('changes nothing where `publish` is not after its date', async () => {
    using site = siteWithLate(LATE.replace('2014-05-20T18:00', '2014-05-12T08:00'));
    await site.built({ now: EVENING });
    assert.ok(!wireOf(site).slice(0, 3).includes(LATE_URL));
  });
});

/** The three newest by date: their furniture tells of a new edition, whatever appeared. */
function carriesFurniture(url: string): boolean {
  return /jour-(18|19|20)\.html$/.test(url);
}
