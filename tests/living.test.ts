// What readers see of what changes beside the articles: weather, most read, polls, comments, age, search.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { CARDS_A_FILE, type SearchRow, type SearchSegment } from '../src/search/search-files.ts';
import { bucketOf, readPostings, type TermBucket } from '../src/search/segment-index.ts';
import { termsOf } from '../src/search/terms.ts';
import { wordsIn } from '../src/search/words.ts';
import { article, type MiniSite, miniSite } from './mini-site.ts';
import { assertSameTree } from './tree.ts';

const PORT = '/chine/2014/05/20/port.html';

function portal(files: Readonly<Record<string, string>> = {}): MiniSite {
  return miniSite({ 'content/articles/2014/05/port.md': article(), ...files });
}

/** The first element of the page whose tag begins with `opening`, up to the next `closing`. */
function part(html: string, opening: string, closing: string): string {
  const start = html.indexOf(opening);
  assert.notEqual(start, -1, `no ${opening}`);
  return html.slice(start, html.indexOf(closing, start));
}

function withParticipation(site: MiniSite): MiniSite {
  site.edit('_data/site.yaml', text => `${text}participation: https://avis.example\n`);
  return site;
}

describe('the weather', () => {
  const reading = JSON.stringify({
    date: '2014-05-20T06:00+08:00',
    source: 'Météo du matin',
    cities: [
      {
        slug: 'beijing',
        name: 'Beijing',
        days: [
          { day: '2014-05-20', sky: 'very-cloudy', high: 28, low: 16 },
          { day: '2014-05-21', sky: 'clear', high: 30, low: 17 },
        ],
      },
      { slug: 'paris', name: 'Paris', days: [{ day: '2014-05-20', sky: 'rain', high: 19, low: 11 }] },
    ],
  });
  const line = (html: string): string => part(html, '<weather-line', '</weather-line>');

  it('is told of each city, on fronts and new articles, with the hour of the reading', async () => {
    using site = portal({ '_data/weather.json': reading });
    await site.built();
    for (const url of ['/', '/chine/', PORT]) {
      assert.match(line(site.page(url)), />Beijing<\/span> · .* Très nuageux · 28℃~16℃/);
      assert.match(line(site.page(url)), />Paris<\/span> · .* 19℃~11℃/);
      assert.match(line(site.page(url)), /<p class="weather-stale" hidden>/);
    }
    assert.match(site.page('/meteo/beijing/'), /mercredi 21\smai 2014[\s\S]*30/);
    assert.match(site.page('/meteo/'), /Météo du matin/);
  });

  it('and all dates and sources are printed as newspapers print them where the portal says so', async () => {
    using site = portal({ '_data/weather.json': reading });
    await site.built();
    site.edit('_data/site.yaml', text => `${text}style: presse\n`);
    await site.built();
    assert.match(line(site.page('/')), /Beijing<\/span> · .* Très nuageux · 16 à 28\u00a0°C/);
    assert.match(site.page('/meteo/beijing/'), /<td>28\u00a0°C<\/td><td>16\u00a0°C<\/td>/);
    assert.match(site.page('/'), />20\u00a0mai 2014 à 13\u00a0h\u00a043<\/time>/);
    assert.match(
      site.page(PORT),
      /<span class="source">Source\u00a0: Xinhua<\/span>\s*<time [^>]*>20\u00a0mai 2014 à 13\u00a0h\u00a043</,
    );
    using clean = portal({ '_data/weather.json': reading });
    clean.edit('_data/site.yaml', text => `${text}style: presse\n`);
    await clean.built();
    assertSameTree(site.tree(), clean.tree());
  });

  it('that is too old when the site is built gives way to a dated notice, figures and all', async () => {
    using site = portal({ '_data/weather.json': reading });
    const { nextChange } = await site.built();
    assert.equal(nextChange, '2014-05-20T18:00:00+08:00');
    await site.built({ now: nextChange });
    for (const url of ['/', '/chine/', PORT, '/meteo/', '/meteo/beijing/']) {
      const page = site.page(url);
      assert.match(line(page), /<p class="weather-stale">/, url);
      assert.match(line(page), /trop ancien.*il date du <time [^>]*>mardi 20\smai 2014, 6\sh\s00</, url);
      assert.doesNotMatch(page, /℃/, url);
    }
    assertSameTree(site.tree(), (await site.cleanBuild({ now: nextChange })).tree);
  });

  /** The reading after a change of its first city. */
  const withFirst = (change: object, more: object = {}): string => {
    const { cities, ...whole } = JSON.parse(reading);
    return JSON.stringify({ ...whole, ...more, cities: [{ ...cities[0], ...change }, ...cities.slice(1)] });
  };
  const cityOf = (html: string, slug: string): string => part(html, `<li data-city="${slug}"`, '</li>');

  it('of a city that was not reached says its own hour, and leaves alone', async () => {
    using site = portal({
      '_data/weather.json': withFirst({ date: '2014-05-20T04:00+08:00', source: 'Météo d’hier' }),
    });
    const { nextChange } = await site.built();
    const first = cityOf(site.page('/'), 'beijing');
    assert.match(first, /Très nuageux · 28℃~16℃<\/span><span class="too-old" hidden>/);
    assert.match(first, /Relevé du <time datetime="2014-05-20T04:00:00\+08:00">20\.05\.2014 04h00</);
    assert.doesNotMatch(cityOf(site.page('/'), 'paris'), /Relevé/);
    assert.match(site.page('/meteo/'), /Relevé de <time[^>]*>4\sh\s00, mardi 20\smai 2014/);
    assert.match(site.page('/meteo/beijing/'), /Relevé de <time[^>]*>4\sh\s00, mardi/);
    assert.match(site.page('/meteo/paris/'), /Relevé de <time[^>]*>6\sh\s00, mardi/);
    for (const source of ['Météo d’hier', 'Météo du matin']) assert.ok(site.page('/meteo/').includes(source));

    assert.equal(nextChange, '2014-05-20T16:00:00+08:00');
    const { nextChange: last } = await site.built({ now: nextChange });
    assert.match(cityOf(site.page('/'), 'beijing'), /<span class="too-old">relevé trop ancien</);
    assert.match(cityOf(site.page('/'), 'paris'), /19℃~11℃/);
    assert.match(
      site.page('/meteo/'),
      /trop ancien pour être montré.: <time[^>]*>mardi 20\smai 2014, 4\sh\s00/,
    );
    assert.doesNotMatch(site.page('/meteo/beijing/').split('<main')[1]!, /℃/);
    assertSameTree(site.tree(), (await site.cleanBuild({ now: nextChange })).tree);
    assert.equal(last, '2014-05-20T18:00:00+08:00');
  });

  it('of a day that has passed is not shown as today’s: at midnight where the city is, the next day takes its place', async () => {
    // Midnight in Paris is six in the morning in Shanghai, where the portal is.
    const evening = { date: '2014-05-20T23:00+08:00', timeZone: 'Europe/Paris' };
    using site = portal({ '_data/weather.json': withFirst(evening, { date: '2014-05-20T23:00+08:00' }) });
    const { nextChange } = await site.built({ now: '2014-05-20T23:30:00+08:00' });
    // All that is known of the other city is the day that ends at midnight in Shanghai.
    assert.equal(nextChange, '2014-05-21T00:00:00+08:00');
    const { nextChange: dawn } = await site.built({ now: nextChange });
    assert.match(cityOf(site.page('/'), 'paris'), /<span class="too-old">/);
    assert.match(cityOf(site.page('/'), 'beijing'), /28℃~16℃/);
    assert.equal(dawn, '2014-05-21T06:00:00+08:00');
    await site.built({ now: dawn });
    assert.match(cityOf(site.page('/'), 'beijing'), /Ensoleillé · 30℃~17℃/);
    assert.doesNotMatch(site.page('/meteo/beijing/'), /<th scope="row">mardi/);
    assertSameTree(site.tree(), (await site.cleanBuild({ now: dawn })).tree);
  });

  it('tells the night beside its day', async () => {
    const days = [{ day: '2014-05-20', sky: 'clear', night: 'clear', high: 28, low: 16 }];
    using site = portal({ '_data/weather.json': withFirst({ days }) });
    await site.built();
    assert.match(
      site.page('/meteo/beijing/'),
      /#sky-clear"\/><\/svg> Ensoleillé<\/span> <span class="note"><svg[^>]*><use href="[^"]*#sky-clear-night"\/><\/svg> Nuit claire</,
    );
  });

  it('names its source as the licence of that asks for: with links, where it is shown and at the foot of each page', async () => {
    using site = portal({ '_data/weather.json': reading });
    await site.built();
    assert.doesNotMatch(site.page(PORT), /Prévisions météo/);
    site.editData('weather.json', withFirst({}, { source: 'Open-Meteo' }));
    await site.built();
    const credit =
      '<a href="https://open-meteo.com/">Open-Meteo</a> (<a href="https://creativecommons.org/licenses/by/4.0/deed.fr" rel="license">licence CC BY 4.0</a>)';
    for (const url of ['/meteo/', '/meteo/paris/'])
      assert.ok(site.page(url).includes(`${credit}, températures arrondies`), url);
    for (const url of ['/', PORT, '/archives/'])
      assert.ok(site.page(url).includes(`Prévisions météo\u00a0: ${credit}.`), url);
    assertSameTree(site.tree(), (await site.cleanBuild()).tree);
  });

  it('of one city offers no other', async () => {
    const one = { ...JSON.parse(reading), cities: JSON.parse(reading).cities.slice(0, 1) };
    using site = portal({ '_data/weather.json': JSON.stringify(one) });
    await site.built();
    assert.doesNotMatch(line(site.page('/')), /<select/);
    assert.doesNotMatch(site.page('/meteo/beijing/'), /Autres villes/);
    site.editData('weather.json', reading);
    await site.built();
    assert.match(line(site.page('/')), /<select/);
    assert.match(site.page('/meteo/beijing/'), /Autres villes/);
  });

  it('need not be: then there is no line, no page and no link to one', async () => {
    using site = portal({ '_data/weather.json': reading });
    await site.built();
    site.remove('_data/weather.json');
    await site.built();
    assert.ok(!site.has('/meteo/'));
    assert.ok(!site.has('/meteo/beijing/'));
    for (const [name, bytes] of site.tree())
      if (name.endsWith('.html') && !name.startsWith('style/'))
        assert.doesNotMatch(bytes.toString(), /<weather-line|href="\/meteo\//, name);
  });
});

describe('the articles most read', () => {
  const snapshot = (date: string, ...addresses: readonly string[]): string =>
    JSON.stringify({ date: `${date}+08:00`, addresses });
  const box = (site: MiniSite): string => part(site.page('/'), '<ol class="ranked">', '</section>');
  const listed = (site: MiniSite): readonly string[] =>
    [...box(site).matchAll(/<li><a href="([^"]+)"/g)].map(([, url]) => url!);
  const CHOSEN = 'Faute de relevé récent, ces articles sont choisis par la rédaction.';
  /** With the port, as many articles as a choice needs. */
  const four = {
    'content/articles/gare.md': article({ title: 'La gare', date: '2014-05-19T08:00', section: 'monde' }),
    'content/articles/pont.md': article({ title: 'Le pont', date: '2014-05-18T08:00', section: 'monde' }),
    'content/articles/quai.md': article({ title: 'Le quai', date: '2014-05-17T08:00', section: 'monde' }),
  };
  const GARE = '/monde/2014/05/19/gare.html';
  const PONT = '/monde/2014/05/18/pont.html';
  const QUAI = '/monde/2014/05/17/quai.html';

  it('are listed as they were counted, as far as they are published, with the hour of the count', async () => {
    using site = portal(four);
    site.editData('most-read.json', snapshot('2014-05-20T12:00', '/chine/2014/05/01/parti.html', GARE, PORT));
    await site.built();
    assert.deepEqual(listed(site), [GARE, PORT]);
    assert.match(box(site), /Relevé du <time datetime="2014-05-20T12:00:00\+08:00">/);
    assert.ok(!box(site).includes(CHOSEN));
    assert.ok(!site.page('/les-plus-lus/').includes(CHOSEN));
  });

  for (const [name, data] of [
    ['a count that is too old', snapshot('2014-05-18T12:00', GARE)],
    ['a count of articles that are gone', snapshot('2014-05-20T12:00', '/chine/2014/05/01/parti.html')],
    ['a count of nothing', snapshot('2014-05-20T12:00')],
    ['no count', null],
  ] as const) {
    it(`are the newsroom’s choice, and called so, with ${name}`, async () => {
      using site = portal(four);
      if (data !== null) site.editData('most-read.json', data);
      await site.built();
      assert.deepEqual(listed(site), [PORT, GARE, PONT, QUAI]);
      assert.ok(box(site).includes(CHOSEN));
      assert.doesNotMatch(box(site), /Relevé du/);
      const all = part(site.page('/les-plus-lus/'), '<main', '</main>');
      assert.ok(all.includes(CHOSEN) && all.includes(PORT) && all.includes(GARE));
    });
  }

  const MOVED = {
    '_data/sections.yaml': `- { slug: chine, name: Chine }
- { slug: terre, name: Terre, formerly: [monde, globe] }
`,
    'content/articles/gare.md': article({
      title: 'La gare',
      date: '2014-05-19T08:00',
      section: 'terre',
      aliases: ['/2013/gare', '/spip.php?article12', '/monde/2014/05/19/quai.html'],
    }),
  };
  const MOVED_GARE = '/terre/2014/05/19/gare.html';
  for (const address of [
    GARE,
    '/globe/2014/05/19/gare.html',
    '/2013/gare',
    '/2013/gare/',
    '/spip.php?article12',
    '/monde/2014/05/19/quai.html',
    '/globe/2014/05/19/quai.html',
  ])
    it(`may be counted at an old address, ${address}`, async () => {
      using site = portal(MOVED);
      site.editData('most-read.json', snapshot('2014-05-20T12:00', address, PORT));
      const outcome = await site.build();
      assert.deepEqual(outcome.ok && outcome.warnings, []);
      assert.deepEqual(listed(site), [MOVED_GARE, PORT]);
    });

  it('are listed once, however many addresses they had', async () => {
    using site = portal(MOVED);
    site.editData('most-read.json', snapshot('2014-05-20T12:00', '/2013/gare', PORT, GARE, MOVED_GARE));
    await site.built();
    assert.deepEqual(listed(site), [MOVED_GARE, PORT]);
  });

  it('are counted at an address that an article of today has, and not at one that another had', async () => {
    using site = portal({
      ...MOVED,
      'content/articles/2014/05/port.md': article({ aliases: ['/monde/2014/05/19/gare.html'] }),
    });
    site.editData('most-read.json', snapshot('2014-05-20T12:00', MOVED_GARE, GARE));
    await site.built();
    assert.deepEqual(listed(site), [MOVED_GARE, PORT]);
  });

  it('may be counted with addresses of no article, which is a warning and stops nothing', async () => {
    const others = ['/chine/', '/chine/2014/13/20/port.html', '/chine/2014/05/20/Port.html'];
    using site = portal(four);
    site.editData('most-read.json', snapshot('2014-05-20T12:00', GARE, ...others));
    const outcome = await site.build();
    assert.ok(outcome.ok);
    assert.deepEqual(
      outcome.warnings.map(({ rule, line }) => `${line} ${rule}`),
      others.map(() => '1 article-address'),
    );
    assert.deepEqual(listed(site), [GARE]);
    const { problems, warnings } = await site.checked();
    assert.deepEqual([problems.length, warnings.length], [0, others.length]);
  });

  it('become the newsroom’s choice by the clock alone', async () => {
    using site = portal(four);
    site.editData('most-read.json', snapshot('2014-05-20T12:00', GARE));
    const { nextChange } = await site.built();
    assert.equal(nextChange, '2014-05-22T12:00:00+08:00');
    await site.built({ now: nextChange });
    assert.deepEqual(listed(site), [PORT, GARE, PONT, QUAI]);
    assert.ok(box(site).includes(CHOSEN));
  });

  it('are never an empty box: without any article there is none', async () => {
    using site = miniSite();
    await site.built();
    assert.ok(!site.page('/').includes('class="ranked"'));
  });

  it('are not chosen from the three articles that every front of a young portal shows', async () => {
    using site = portal({
      'content/articles/gare.md': four['content/articles/gare.md'],
      'content/articles/pont.md': four['content/articles/pont.md'],
    });
    await site.built();
    assert.ok(!site.page('/').includes('class="ranked"'));
    site.editData('most-read.json', snapshot('2014-05-20T12:00', GARE));
    await site.built();
    assert.deepEqual(listed(site), [GARE]);
  });
});

describe('the ticker', () => {
  const flash = (title: string) => article({ title, flash: true });

  it('of one flash has nothing to stop', async () => {
    using site = portal({ 'content/articles/2014/05/une.md': flash('La première') });
    await site.built();
    assert.match(site.page('/'), /<news-ticker/);
    assert.doesNotMatch(part(site.page('/'), '<news-ticker', '</news-ticker>'), /<button/);
    site.write('content/articles/2014/05/deux.md', flash('La seconde'));
    await site.built();
    assert.match(part(site.page('/'), '<news-ticker', '</news-ticker>'), /<button/);
  });
});

describe('a poll', () => {
  const polls = JSON.stringify([
    {
      slug: 'transport',
      question: 'Comment partirez-vous ?',
      choices: [
        { slug: 'train', text: 'En train' },
        { slug: 'avion', text: 'En avion' },
      ],
      opens: '2014-05-20T16:00+08:00',
      closes: '2014-05-20T20:00+08:00',
    },
  ]);
  const votes = JSON.stringify({
    date: '2014-05-20T15:00+08:00',
    votes: { transport: { train: 2, avion: 1 } },
  });
  const PAGE = '/sondages/transport/';

  it('appears, takes votes, and closes, by the clock alone', async () => {
    using site = withParticipation(portal({ '_data/polls.yaml': polls, '_data/poll-totals.json': votes }));
    const opens = (await site.built()).nextChange;
    assert.equal(opens, '2014-05-20T16:00:00+08:00');
    assert.ok(!site.has(PAGE));
    assert.ok(!site.page('/').includes('Comment partirez-vous'));

    const closes = (await site.built({ now: opens })).nextChange;
    assert.equal(closes, '2014-05-20T20:00:00+08:00');
    for (const url of ['/', PORT, PAGE, '/sondages/']) {
      assert.match(
        site.page(url),
        /<poll-vote class="fresh" [^>]*>\s*<form class="vote" method="post" action="https:\/\/avis\.example\/sondages\/transport\/">/,
        url,
      );
    }
    assert.match(site.page(PAGE), /En train<\/span>.*67(?:&nbsp;|\u00a0)%.*\(2\svotes\)/);
    assert.match(site.page(PAGE), /Clôture le/);

    await site.built({ now: closes });
    for (const url of ['/', PORT, PAGE, '/sondages/'])
      assert.doesNotMatch(site.page(url), /<form class="vote fresh"/, url);
    assert.match(site.page(PAGE), /Clos le/);
    assert.match(site.page('/'), /Comment partirez-vous/);
    assertSameTree(site.tree(), (await site.cleanBuild({ now: closes })).tree);
  });

  it('shows its answers, and says that it takes none, where no service does', async () => {
    const now = '2014-05-20T17:00:00+08:00';
    using site = portal({ '_data/polls.yaml': polls, '_data/poll-totals.json': votes });
    await site.built({ now });
    for (const url of ['/', PAGE, '/sondages/']) {
      assert.doesNotMatch(site.page(url), /<form class="vote fresh"/, url);
      assert.match(site.page(url), /67(?:&nbsp;|\u00a0)%/, url);
      assert.match(site.page(url), /Le vote en ligne n’est pas ouvert\./, url);
    }
  });

  it('without an answer shows its choices on its page, and stands beside no article', async () => {
    const others = ['quai', 'gare', 'foire'].map(name => [`content/articles/${name}.md`, article()] as const);
    using site = portal({ '_data/polls.yaml': polls, ...Object.fromEntries(others) });
    await site.built({ now: '2014-05-20T17:00:00+08:00' });
    assert.match(site.page(PAGE), /<li>En train<\/li>[\s\S]*Aucun vote n’a encore été compté\./);
    assert.doesNotMatch(site.page(PAGE), /class="bar"/);
    for (const url of ['/', PORT]) assert.doesNotMatch(site.page(url), /Comment partirez-vous/, url);
    // Nothing shares the tabs of what is read most.
    assert.doesNotMatch(site.page('/'), /<tab-panels/);
    assert.match(site.page('/'), /Les articles les plus lus/);
  });

  it('need not be: then there is no page of polls and no link to one', async () => {
    using site = portal();
    await site.built();
    assert.ok(!site.has('/sondages/'));
    assert.doesNotMatch(site.page('/'), /href="\/sondages\//);
  });
});

describe('comments', () => {
  const thread = {
    'content/comments/2014/05/port/0001.yaml': JSON.stringify({
      name: 'Jeanne',
      date: '2014-05-20T14:00+08:00',
      text: 'Un <b>avis</b> {{ view.title }}.\n\nEt sa suite : "fin".',
    }),
    'content/comments/2014/05/port/0002.yaml': JSON.stringify({
      date: '2014-05-20T14:30+08:00',
      text: 'Un autre.',
    }),
  };
  const comments = (site: MiniSite): string =>
    part(site.page(PORT), '<section class="comments">', '</section>');

  it('are shown oldest first, as plain text, each with its name or « Anonyme »', async () => {
    using site = portal(thread);
    await site.built();
    assert.match(comments(site), /<h2>Commentaires \(2\)<\/h2>/);
    assert.deepEqual(
      [...comments(site).matchAll(/<strong dir="auto">([^<]*)<\/strong>/g)].map(([, name]) => name),
      ['Jeanne', 'Anonyme'],
    );
    const paragraphs = [
      ...comments(site).matchAll(/<p class="comment-text" dir="auto" data-as-typed>(.*)<\/p>/g),
    ].map(([, text]) => text);
    assert.deepEqual(paragraphs, [
      'Un &lt;b&gt;avis&lt;/b&gt; {{ view.title }}.',
      'Et sa suite : &quot;fin&quot;.',
      'Un autre.',
    ]);
  });

  it('can be sent where a service takes them: to its address, which the page’s policy allows', async () => {
    using site = withParticipation(portal(thread));
    await site.built();
    const form = part(comments(site), '<form', '</form>');
    assert.match(form, /method="post" action="https:\/\/avis\.example\/commentaires"/);
    assert.ok(form.includes(`<input type="hidden" name="article" value="${PORT}">`));
    for (const [name, bytes] of site.tree()) {
      if (!name.endsWith('.html') || name.startsWith('furniture')) continue;
      const policy =
        /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(bytes.toString())?.[1] ?? '';
      assert.match(
        policy.replaceAll('&#39;', "'"),
        /form-action 'self' https:\/\/avis\.example(?:;|$)/,
        name,
      );
    }
  });

  it('are not mentioned where no service takes any and none was published', async () => {
    for (const comments of ['open', 'closed']) {
      using site = portal();
      site.write('content/articles/2014/05/port.md', article({ comments }));
      await site.built();
      assert.doesNotMatch(site.page(PORT), /Commentaires|class="comments"/, comments);
    }
    using served = withParticipation(portal());
    served.write('content/articles/2014/05/port.md', article({ comments: 'closed' }));
    await served.built();
    assert.match(comments(served), /<h2>Commentaires<\/h2>[\s\S]*Les commentaires sont fermés\./);
  });

  it('have no form without a service, and no page allows forms to be sent elsewhere', async () => {
    using site = portal(thread);
    await site.built();
    assert.doesNotMatch(comments(site), /<form/);
    assert.match(comments(site), /Les commentaires sont fermés\./);
    assert.doesNotMatch(site.page(PORT), /form-action[^;"]*https:/);
  });

  it('that are closed stay, and take no more', async () => {
    using site = withParticipation(portal(thread));
    site.write('content/articles/2014/05/port.md', article({ comments: 'closed' }));
    await site.built();
    assert.match(comments(site), /Un autre\./);
    assert.match(comments(site), /Les commentaires sont fermés\./);
    assert.doesNotMatch(comments(site), /<form/);
  });

  it('of an article that has none by choice are not mentioned', async () => {
    using site = withParticipation(portal(thread));
    site.write('content/articles/2014/05/port.md', article({ comments: 'none' }));
    await site.built();
    assert.doesNotMatch(site.page(PORT), /class="comments"|Un autre\.|comment-form/);
  });

  it('are none yet on a new article, and readers are told so', async () => {
    using site = withParticipation(portal());
    await site.built();
    assert.match(comments(site), /<h2>Commentaires<\/h2>[\s\S]*Aucun commentaire pour l’instant\./);
  });
});

describe('an article older than a year', () => {
  it('says so, with its date, from the month after on; before, only the browser can', async () => {
    using site = portal({
      'content/articles/vieux.md': article({ date: '2013-04-30T23:00', section: 'monde' }),
      'content/articles/jeune.md': article({ date: '2013-05-01T00:00', section: 'sport' }),
    });
    const { nextChange } = await site.built();
    const note = (url: string): string => part(site.page(url), '<age-note', '</age-note>');
    const VIEUX = '/monde/2013/04/30/vieux.html';
    const JEUNE = '/sport/2013/05/01/jeune.html';
    assert.match(note(VIEUX), /Cet article a plus d’un an.*il date du <time [^>]*>mardi 30\savril 2013</);
    assert.doesNotMatch(note(VIEUX), / hidden/);
    assert.match(note(JEUNE), /data-from="2014-05-01T00:00:00\+08:00" hidden>/);
    assert.match(note(PORT), / hidden>/);

    assert.equal(nextChange, '2014-06-01T00:00:00+08:00');
    const written = await site.writtenBy(() => site.built({ now: nextChange }));
    // No article is news any more.
    assert.deepEqual(written, ['/next-change.json', '/sitemaps/actualites.xml', JEUNE]);
    assert.doesNotMatch(note(JEUNE), / hidden/);
  });
});

describe('the search', () => {
  function listed(site: MiniSite): readonly SearchSegment[] {
    const [, text] = /<script data-segments="([^"]*)"/.exec(site.page('/recherche/'))!;
    return JSON.parse(text!.replaceAll('&quot;', '"')) as readonly SearchSegment[];
  }
  /** Per segment the addresses of its articles, newest segment first, oldest article first. */
  function segments(site: MiniSite): ReadonlyMap<string, readonly string[]> {
    return new Map(
      listed(site).map(({ name, articles }) => {
        const rows = Array.from(
          { length: Math.ceil(articles / CARDS_A_FILE) },
          (_, part) => JSON.parse(site.page(`/recherche/${name}/articles-${part}.json`)) as SearchRow[],
        ).flat();
        return [name, rows.map(([url]) => url)];
      }),
    );
  }
  /** The addresses of the articles that have a word, by its term. */
  function found(site: MiniSite, term: string): readonly string[] {
    const urls = segments(site);
    return listed(site).flatMap(({ name, buckets }) => {
      const url = `/recherche/${name}/mots-${bucketOf(term, buckets)}.json`;
      const articles: string[] = [];
      const bucket = JSON.parse(site.page(url)) as TermBucket;
      readPostings(bucket[term] ?? [], article => articles.push(urls.get(name)![article]!));
      return articles;
    });
  }
  const files = Object.fromEntries(
    ['2012-12-31', '2013-01-01', '2014-04-30', '2014-05-01', '2014-05-20'].map((day, index) => [
      `content/articles/jour-${index}.md`,
      article({ date: `${day}T08:00`, title: `Titre ${index}`, summary: `Chapô ${index}.` }),
    ]),
  );

  it('has every published article in one segment, that of its time', async () => {
    using site = portal({
      ...files,
      'content/articles/brouillon.md': article({ draft: true }),
      'content/articles/demain.md': article({ date: '2014-05-21T08:00' }),
    });
    await site.built();
    const all = segments(site);
    assert.deepEqual([...all.keys()], ['recents', '2014', '2013', '2012']);
    const articles = [...site.tree().keys()]
      .filter(name => /^chine\/\d{4}\/\d{2}\/\d{2}\/.+\.html$/.test(name))
      .map(name => `/${name}`);
    assert.deepEqual([...all.values()].flat().sort(), articles.sort());
    assert.equal(articles.length, 6);
    assert.deepEqual(JSON.parse(site.page('/recherche/2013/articles-0.json')), [
      ['/chine/2013/01/01/jour-1.html', 'Titre 1', 'Chapô 1.', '01.01.2013 08h00', 'Chine', 'Xinhua', ''],
    ]);
  });

  it('finds a word of a text, as it was typed or as it is printed', async () => {
    using site = portal({
      'content/articles/texte.md': article({ title: 'La gare' }).replace(
        'Le texte',
        'Le [sommet](https://exemple.fr/caché) du XXIème siècle, à 13h43, coûte 10 000 euros à Wałęsa. Le texte',
      ),
    });
    await site.built();
    const url = '/chine/2014/05/20/texte.html';
    for (const typed of ['gares', 'sommets', 'XXIe', '13 h 43', '10000', 'walesa', 'euro']) {
      const { word } = wordsIn(typed)[0]!;
      assert.deepEqual(found(site, termsOf(word)[0]!), [url], typed);
    }
    assert.deepEqual(found(site, 'cache'), [], 'where a link leads');
  });

  it('keeps the files of all other times when a new article comes', async () => {
    using site = portal(files);
    await site.built();
    const searched = async (): Promise<readonly string[]> =>
      (await site.writtenBy(() => site.built())).filter(url => url.startsWith('/recherche/'));
    site.write('content/articles/neuf.md', article({ title: 'Neuf', date: '2014-05-20T14:00' }));
    const suggestions = '/recherche/suggestions.json';
    assert.deepEqual(await searched(), [
      '/recherche/',
      '/recherche/recents/articles-0.json',
      '/recherche/recents/mots-0.json',
      suggestions,
    ]);
    assert.deepEqual(found(site, 'neuf'), ['/chine/2014/05/20/neuf.html']);

    site.write('content/articles/ancien.md', article({ title: 'Ancien', date: '2013-02-01T08:00' }));
    assert.deepEqual(await searched(), [
      '/recherche/',
      '/recherche/2013/articles-0.json',
      '/recherche/2013/mots-0.json',
      suggestions,
    ]);
    site.edit('content/articles/ancien.md', text => text.replace('Le texte', 'Le texte revu'));
    assert.deepEqual(await searched(), ['/recherche/2013/mots-0.json']);
  });

  it('finds an article with a slip by what readers have of it', async () => {
    using site = portal(files);
    await site.built();
    const url = '/chine/2014/05/20/jour-4.html';
    assert.deepEqual(found(site, 'titr').includes(url), true);
    site.edit('content/articles/jour-4.md', text => text.replace('date:', 'dat:'));
    site.edit('content/articles/jour-3.md', text => text.replace('Le texte', 'Le texte revu'));
    await site.built({ keepGoing: true });
    assert.deepEqual(found(site, 'titr').includes(url), true);
    assert.deepEqual(found(site, 'revu'), ['/chine/2014/05/01/jour-3.html']);
  });

  it('stands without any article', async () => {
    using site = miniSite();
    await site.built();
    assert.deepEqual(listed(site), []);
  });
});

describe('the edition', () => {
  it('tells its hour on fronts of news, its day beside the furniture, and neither on pages without', async () => {
    using site = portal({
      'content/articles/ancien.md': article({ title: 'Ancien', date: '2014-05-01T08:00' }),
    });
    site.edit('_data/site.yaml', text => text.replace('furnitureArticles: 3', 'furnitureArticles: 1'));
    site.edit('_data/site.yaml', text => `${text}stylePage: true\n`);
    await site.built();
    const told = (url: string): string => part(site.page(url), '<p class="dateline">', '</p>');
    for (const url of ['/', '/chine/'])
      assert.match(told(url), /mardi 20\smai 2014.*Édition de 13\sh\s43/, url);
    for (const url of [PORT, '/flash/', '/dossiers/']) {
      assert.match(told(url), /mardi 20\smai 2014/, url);
      assert.doesNotMatch(told(url), /Édition|<time/, url);
    }
    for (const url of ['/chine/2014/05/01/ancien.html', '/archives/2014/05/', '/404.html', '/style/'])
      assert.match(told(url), /<edition-date [^>]*><\/edition-date>\s*$/, url);
  });
});
