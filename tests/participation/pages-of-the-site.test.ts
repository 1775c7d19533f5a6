// What a site writes for the service of comments and votes, and what its forms send.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { article, miniSite } from '../mini-site.ts';

const WITH_SERVICE = (yaml: string): string => `${yaml}participation: https://avis.example\n`;

function portal() {
  return miniSite({
    'content/articles/2014/05/port.md': article({ title: "L'eau & le port" }),
    'content/articles/2014/05/gare.md': article({ date: '2014-05-19T08:00', comments: 'closed' }),
    'content/articles/2014/05/muet.md': article({ date: '2014-05-18T08:00', comments: 'none' }),
    'content/articles/2014/05/brouillon.md': article({ draft: true }),
    'content/articles/2014/04/quai.md': article({ date: '2014-04-30T23:30' }),
  });
}

describe('a site with a service of participation', () => {
  it('lists by the month the articles that take comments', async () => {
    using site = portal();
    site.edit('_data/site.yaml', WITH_SERVICE);
    await site.built();
    assert.deepEqual(JSON.parse(site.page('/participation/2014-05.json')), [
      ['/chine/2014/05/20/port.html', '2014/05/port', 'L’eau & le port'],
    ]);
    assert.equal(JSON.parse(site.page('/participation/2014-04.json')).length, 1);
    assert.match(site.page('/participation/merci/'), /Votre commentaire est bien arrivé\./);
  });

  it('takes an article out of its list when its comments are closed, and writes the list of no other month', async () => {
    using site = portal();
    site.edit('_data/site.yaml', WITH_SERVICE);
    await site.built();
    site.edit('content/articles/2014/05/port.md', text => text.replace('---\n', '---\ncomments: closed\n'));
    const written = await site.writtenBy(() => site.built());
    assert.deepEqual(JSON.parse(site.page('/participation/2014-05.json')), []);
    assert.deepEqual(
      written.filter(url => url.startsWith('/participation/')),
      ['/participation/2014-05.json'],
    );
  });

  it('lists the polls that are open or over, with what may be answered, and none that is to come', async () => {
    using site = portal();
    site.edit('_data/site.yaml', WITH_SERVICE);
    const poll = (slug: string, opens: string, more = {}) => ({
      slug,
      question: 'Le train ?',
      choices: [
        { slug: 'oui', text: 'Oui' },
        { slug: 'non', text: 'Non' },
      ],
      opens,
      closes: '2014-05-24T20:00',
      ...more,
    });
    const polls = [
      poll('ouvert', '2014-05-20T08:00', { results: 'voted' }),
      poll('futur', '2014-05-21T08:00'),
    ];
    site.write('_data/polls.yaml', JSON.stringify(polls));
    site.write('_data/poll-totals.json', '{"date":"2014-05-20T10:00","votes":{"ouvert":{"oui":45678}}}');
    await site.built();
    const listed = JSON.parse(site.page('/participation/sondages.json'));
    assert.deepEqual(
      listed.map(({ slug, results, closes }: Record<string, unknown>) => [slug, results, closes]),
      [['ouvert', 'voted', Date.parse('2014-05-24T20:00+08:00')]],
    );
    const page = site.page('/sondages/ouvert/');
    assert.match(
      page,
      /<form class="vote" method="post" action="https:\/\/avis\.example\/sondages\/ouvert\/">/,
    );
    assert.match(page, /Les réponses des autres se montrent à qui a voté/);
    assert.doesNotMatch(page, /45.?678/);
  });

  it('has in every form the address of its article, a trap that no reader meets, and what becomes of the words', async () => {
    using site = portal();
    site.edit('_data/site.yaml', WITH_SERVICE);
    await site.built();
    const page = site.page('/chine/2014/05/20/port.html');
    assert.match(page, /<input type="hidden" name="article" value="\/chine\/2014\/05\/20\/port\.html">/);
    assert.match(page, /<p hidden><label>[^<]*<input name="site-web"/);
    assert.match(page, /vous acceptez qu’il soit publié ici/);
  });
});

describe('a site without a service of participation', () => {
  it('has none of it', async () => {
    using site = portal();
    await site.built();
    for (const url of [
      '/participation/2014-05.json',
      '/participation/sondages.json',
      '/participation/merci/',
      '/participation/',
    ])
      assert.equal(site.has(url), false, url);
    assert.doesNotMatch(site.page('/chine/2014/05/20/port.html'), /site-web|participation/);
  });
});
