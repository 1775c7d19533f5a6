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

  it('closes the comments of each day at a midnight, in its pages and once, and says until when in lists that stay', async () => {
    using site = portal();
    site.edit('_data/site.yaml', text => `${WITH_SERVICE(text)}commentDays: 2\n`);
    const [port, quai] = ['/chine/2014/05/20/port.html', '/chine/2014/04/30/quai.html'];
    const CLOSED = /Les commentaires sont fermés\./;
    await site.built();
    assert.match(site.page(port), /class="comment-form"/);
    assert.match(site.page(quai), CLOSED);
    assert.doesNotMatch(site.page(quai), /class="comment-form"/);
    const closes = '2014-05-23T00:00:00+08:00';
    assert.equal(JSON.parse(site.page('/participation/2014-05.json'))[0][3], Date.parse(closes));
    const { nextChange } = await site.built({ now: '2014-05-22T23:59:59+08:00' });
    assert.equal(Date.parse(nextChange!), Date.parse(closes));
    const written = await site.writtenBy(() => site.built({ now: closes }));
    assert.match(site.page(port), CLOSED);
    assert.ok(written.includes(port), written.join());
    assert.deepEqual(
      written.filter(url => /^\/participation\/|quai|gare/.test(url)),
      [],
    );
    await site.built({ now: '2014-08-01T00:00:00+08:00' });
    assert.match(site.page(port), CLOSED);
  });

  it('shows answers below what they answer to, and lets readers choose to which they answer', async () => {
    using site = portal();
    site.edit('_data/site.yaml', WITH_SERVICE);
    const say = (name: string, text: string, more = '') =>
      site.write(
        `content/comments/2014/05/port/${name}.yaml`,
        `date: 2014-05-20T14:0${name.at(-1)}\n${more}text: ${text}\n`,
      );
    say('0001', 'Premier.', 'name: Nadia\n');
    say('0002', 'Second.');
    say('0003', 'Au premier.', 'replyTo: "0001"\n');
    say('0004', 'À la réponse.', 'replyTo: "0003"\n');
    say('0005', 'À un autre.', 'replyTo: "0009"\n');
    await site.built();
    const page = site.page('/chine/2014/05/20/port.html');
    const text = page.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
    assert.match(
      text,
      /Commentaires \(5\).*Premier\..*Au premier\..*À la réponse\..*Second\..*En réponse à un commentaire qui n’est plus là\. À un autre\./,
    );
    assert.match(page, /<li id="c-0001">[\s\S]*<ol class="replies">\s*<li id="c-0003">/);
    assert.deepEqual(
      [...page.matchAll(/<option value="(\w*)">([^<]*)</g)].map(([, id, words]) => `${id} ${words}`),
      [
        ' L’article',
        '0001 Nadia, 20.05.2014 14h01',
        '0002 Anonyme, 20.05.2014 14h02',
        '0005 Anonyme, 20.05.2014 14h05',
      ],
    );
    assert.match(page, /data-reply="0001">Répondre<span[^>]*> à Nadia</);
    const report = 'https://avis.example/signaler?article=/chine/2014/05/20/port.html&amp;commentaire=0004';
    assert.ok(page.includes(`<a href="${report}" rel="nofollow">Signaler`), page);
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
