// What readers see of what an editor typed in a field: days without an hour, languages that go from right to left, marks that stay.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { article, miniSite } from './mini-site.ts';

const DAY = '/chine/2014/05/19/jour.html';
const ARABIC = '/monde/2014/05/20/arabe.html';

const FILES = {
  'content/articles/jour.md': article({
    title: 'Un jour sans heure',
    section: 'chine',
    date: '2014-05-19',
    updated: '20.05.2014',
    corrections: [
      { date: '2014-05-20', text: 'Un chiffre.' },
      { date: '2014-05-20T13:05', text: 'Un nom.' },
    ],
  }),
  'content/articles/arabe.md': article({
    title: 'الميناء الجديد',
    summary: 'افتتح الميناء صباح الثلاثاء.',
    section: 'monde',
    date: '2014-05-20T13:43',
    lang: 'ar',
  }),
};

describe('what an editor typed in a field', () => {
  it('is told as a day where it has no hour', async () => {
    using site = miniSite(FILES);
    await site.built();
    const page = site.page(DAY);
    assert.ok(page.includes('<time datetime="2014-05-19">19.05.2014</time>'), 'the date');
    assert.ok(page.includes('<time datetime="2014-05-20">mardi 20 mai 2014</time>'), 'the update');
    assert.ok(page.includes('<time datetime="2014-05-20">20.05.2014</time> — Un chiffre.'), 'a correction');
    assert.ok(
      page.includes('<time datetime="2014-05-20T13:05:00+08:00">20.05.2014 13h05</time> — Un nom.'),
      'another, with its hour',
    );
    for (const url of ['/', '/chine/']) {
      assert.ok(site.page(url).includes('<time datetime="2014-05-19">19.05.2014</time>'), `a card of ${url}`);
      assert.ok(!site.page(url).includes('00h00'), url);
    }
    assert.ok(site.page('/recherche/recents/articles-0.json').includes('"19.05.2014"'), 'the search');
    // Atom knows no day alone (RFC 4287, section 3.3).
    assert.ok(
      site.page('/flux.xml').includes('<published>2014-05-19T00:00:00+08:00</published>'),
      'the feed',
    );
  });

  it('goes from right to left in Arabic, and the portal’s own words do not', async () => {
    using site = miniSite(FILES);
    await site.built();
    const page = site.page(ARABIC);
    assert.ok(page.includes('<article class="article" lang="ar" dir="rtl">'), 'the article');
    assert.ok(page.includes('<p class="stamp" lang="fr" dir="ltr">'), 'its date');
    assert.match(site.page('/'), /<h[23] lang="ar" dir="rtl"><a href="\/monde\/2014\/05\/20\/arabe\.html">/);
    assert.match(site.page('/monde/'), /<p class="standfirst" lang="ar" dir="rtl">/);
  });

  it('is one problem for each update that is still to come, and none once it is past', async () => {
    using site = miniSite({
      'content/articles/port.md': article({ updated: '2014-05-20T16:00' }),
      'content/articles/annonce.md': article({ publish: '2014-05-21T08:00', updated: '2014-05-21T07:00' }),
    });
    const rules = async (now?: string): Promise<readonly string[]> =>
      (await site.checked(now === undefined ? {} : { now })).problems.map(
        ({ rule, line, file }) => `${rule} ${file.split('/').at(-1)} ${line > 1}`,
      );
    assert.deepEqual(await rules(), ['change-to-come port.md true']);
    assert.deepEqual(await rules('2014-05-20T16:00:00+08:00'), []);
  });
});
