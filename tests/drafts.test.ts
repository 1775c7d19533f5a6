// What the newsroom sees of articles that readers do not have: everything, marked wherever it is named; and that readers never do.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { outputPath } from '../src/address/addresses.ts';
import { type Dev, startDev, startDevNow } from './dev-process.ts';
import { AFTERNOON, article, type MiniSite, miniSite } from './mini-site.ts';
import { treeOf } from './tree.ts';

const NEWSROOM = { audience: 'newsroom' } as const;

const SCHEDULED = 'Programmé pour le 20.05.2014 18h00';
const EXPIRED = 'Expiré depuis le 19.05.2014 12h00';

/** Between two articles that readers have one of each kind that they don't, of the same section, topic and special page. */
const filed = { topics: ['energie'], dossiers: ['sommet'] };
const FILES = {
  'content/articles/port.md': article({ ...filed, title: 'Le port', date: '2014-05-20T09:00' }),
  'content/articles/brouillon.md': article({ ...filed, title: 'La note', draft: true, pick: true }),
  'content/articles/soir.md': article({
    ...filed,
    title: 'Le soir',
    date: '2014-05-20T18:00',
    flash: { text: 'Ce soir' },
  }),
  'content/articles/soldes.md': article({
    ...filed,
    title: 'Les soldes',
    date: '2014-05-19T08:00',
    expires: '2014-05-19T12:00',
    flash: true,
    pick: true,
    priority: 9,
  }),
  'content/articles/foire.md': article({ ...filed, title: 'La foire', date: '2014-05-18T08:00' }),
};
const URLS = {
  draft: '/chine/2014/05/20/brouillon.html',
  scheduled: '/chine/2014/05/20/soir.html',
  expired: '/chine/2014/05/19/soldes.html',
} as const;
const MARKS = { draft: 'Brouillon', scheduled: SCHEDULED, expired: EXPIRED } as const;
const TITLES = { draft: 'La note', scheduled: 'Le soir', expired: 'Les soldes' } as const;
const KINDS = ['draft', 'scheduled', 'expired'] as const;

function marked(kind: (typeof KINDS)[number]): string {
  return `<a href="${URLS[kind]}">${TITLES[kind]}</a> <mark lang="fr">${MARKS[kind]}</mark>`;
}

/** The title as it stands where there is no place for a mark. */
function markedTitle(kind: (typeof KINDS)[number]): string {
  return `${TITLES[kind]} [${MARKS[kind]}]`;
}

describe('the newsroom', () => {
  it('has a page of every article, which says why readers do not have it', async () => {
    using site = miniSite(FILES);
    await site.built(NEWSROOM);
    for (const kind of KINDS) {
      const page = site.page(URLS[kind]);
      assert.ok(
        page.includes(
          `role="note"> <mark lang="fr">${MARKS[kind]}</mark> Les lecteurs n’ont pas cet article.`,
        ),
        kind,
      );
      assert.ok(page.includes('<a href="/non-publies/">Tous les articles non publiés</a>'), kind);
    }
    assert.ok(!site.page('/chine/2014/05/20/port.html').includes('Les lecteurs n’ont pas'));
  });

  it('has the mark in every list by which a reader would come to the article', async () => {
    using site = miniSite(FILES);
    await site.built(NEWSROOM);
    for (const kind of ['draft', 'scheduled'] as const)
      for (const url of [
        '/',
        '/chine/',
        '/chine/2014/05/',
        '/sujets/energie/',
        '/dossiers/sommet/',
        '/archives/2014/05/20/',
      ])
        assert.ok(site.page(url).includes(marked(kind)), `${url} ${kind}`);
    for (const url of ['/chine/2014/05/', '/sujets/energie/', '/dossiers/sommet/', '/archives/2014/05/19/'])
      assert.ok(site.page(url).includes(marked('expired')), url);
    assert.ok(site.page(URLS.scheduled).includes(`<li>${marked('draft')}`), 'À lire aussi');
  });

  it('has it in the title where a list is of bare links, or data', async () => {
    using site = miniSite(FILES);
    await site.built(NEWSROOM);
    for (const kind of KINDS)
      assert.ok(site.page('/recherche/recents/articles-0.json').includes(markedTitle(kind)), kind);
    for (const kind of ['draft', 'scheduled'] as const)
      assert.ok(site.page('/flux.xml').includes(`<title>${markedTitle(kind)}</title>`), kind);
    assert.ok(site.page('/').includes(`<a href="${URLS.draft}">${markedTitle('draft')}</a>`), 'the picks');
    const flash = `Ce soir [${SCHEDULED}]`;
    for (const url of ['/', '/flash/']) assert.ok(site.page(url).includes(flash), url);
    assert.ok(site.page('/chine/2014/05/20/port.html').includes(markedTitle('draft')), 'the neighbours');
  });

  it('names none of them without saying so, but on its own page', async () => {
    using site = miniSite(FILES);
    await site.built(NEWSROOM);
    let named = 0;
    for (const [path, bytes] of site.tree())
      for (const kind of KINDS) {
        if (path === outputPath(URLS[kind])) continue;
        const unmarked = new RegExp(`[>"]${TITLES[kind]}["<](?!/a> <mark )`);
        assert.ok(!unmarked.test(bytes.toString()), `${path}: ${TITLES[kind]}`);
        if (bytes.toString().includes(TITLES[kind])) named++;
      }
    assert.ok(named > 20);
  });

  it('finds what expired off the fronts, as readers do', async () => {
    using site = miniSite(FILES);
    await site.built(NEWSROOM);
    for (const url of ['/', '/chine/', '/flash/', '/flux.xml'])
      assert.ok(!site.page(url).includes(URLS.expired), url);
  });

  it('finds all of them in one list, with their files', async () => {
    using site = miniSite(FILES);
    await site.built(NEWSROOM);
    const text = site
      .page('/non-publies/')
      .replace(/^.*<h1>/s, '')
      .replace(/<\/main>.*$/s, '')
      .replace(/<[^>]*>/g, ' ')
      .replace(/\s+/g, ' ')
      .trim();
    assert.equal(
      text,
      [
        'Articles non publiés',
        `Programmés Le soir ${SCHEDULED} 20.05.2014 18h00 articles/soir.md`,
        'Brouillons La note Brouillon 20.05.2014 13h43 articles/brouillon.md',
        `Expirés Les soldes ${EXPIRED} 19.05.2014 08h00 articles/soldes.md`,
      ].join(' '),
    );
  });

  it('has that list where nothing is absent, too', async () => {
    using site = miniSite({ 'content/articles/port.md': article() });
    await site.built(NEWSROOM);
    assert.ok(site.page('/non-publies/').includes('Les lecteurs ont tous les articles.'));
  });

  it('still sees the front as readers do around an article that is far ahead', async () => {
    using site = miniSite({
      'content/articles/noel.md': article({ title: 'Noël', date: '2014-12-25T08:00' }),
      'content/articles/port.md': article({ title: 'Le port', priority: 5 }),
    });
    await site.built(NEWSROOM);
    const home = site.page('/');
    assert.match(home, /<div class="lead">[\s\S]*?<h3><a href="\/chine\/2014\/05\/20\/port\.html">/);
    assert.match(
      home,
      /<time datetime="2014-05-20T13:43:00\+08:00">mardi 20 mai 2014<\/time> <span class="edition">/,
    );
  });

  it('sees the mark go everywhere when the article appears, as a clean build has it', async () => {
    using site = miniSite(FILES);
    await site.built(NEWSROOM);
    const evening = { ...NEWSROOM, now: '2014-05-20T18:00:00+08:00' };
    await site.built(evening);
    assert.ok(!site.page(URLS.scheduled).includes('Programmé'));
    site.edit('content/articles/brouillon.md', text => text.replace('draft: true\n', ''));
    site.edit('content/articles/soldes.md', text => text.replace(/expires: .*\n/, ''));
    await site.built(evening);
    for (const [path, bytes] of site.tree())
      assert.doesNotMatch(bytes.toString(), /<mark|\[Brouillon|\[Programmé|\[Expiré|\[Retiré/, path);
    assert.deepEqual(site.tree(), (await site.cleanBuild(evening)).tree);
  });

  it('is told the same problems as a build', async () => {
    using site = miniSite({
      ...FILES,
      'content/articles/lien.md': article(
        {},
        `Voir [la note](${URLS.draft}) et [le soir](${URLS.scheduled}).`,
      ),
      'content/articles/alias.md': article({ aliases: [URLS.draft] }),
    });
    const problemsOf = async (changes: object) => (await site.build(changes)).problems;
    const ofNewsroom = await problemsOf(NEWSROOM);
    assert.ok(ofNewsroom.length >= 3);
    assert.deepEqual(ofNewsroom, await problemsOf({}));
  });
});

describe('readers', () => {
  it('have neither the list nor any mark', async () => {
    using site = miniSite(FILES);
    await site.built();
    assert.ok(!site.has('/non-publies/'));
    for (const [path, bytes] of site.tree())
      assert.doesNotMatch(bytes.toString(), /non-publies|<mark|La note|Le soir|Les soldes/, path);
  });
});

const NEW_TITLE = 'Un quai tout neuf';

/** `npm run new`, in the folders of a site; the address that it names. */
function newDraft(site: MiniSite, ...more: readonly string[]): string {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [
      join(import.meta.dirname, '../src/cli/new.ts'),
      ...[
        NEW_TITLE,
        '--section',
        'chine',
        '--content',
        join(site.dir, 'content'),
        '--data',
        join(site.dir, '_data'),
      ],
      ...more,
    ],
    { encoding: 'utf8' },
  );
  assert.equal(stderr, '');
  return /le montre à http:\/\/localhost:8080(\/\S+\.html)\. /.exec(stdout)![1]!;
}

function build(site: MiniSite) {
  const folders = { content: 'content', data: '_data', output: '_site', cache: '.cache' };
  return spawnSync(
    process.execPath,
    [
      join(import.meta.dirname, '../src/cli/build.ts'),
      ...Object.entries(folders).flatMap(([name, folder]) => [`--${name}`, join(site.dir, folder)]),
      ...['--now', AFTERNOON, '--workers', '1', '--quiet'],
    ],
    { encoding: 'utf8' },
  );
}

/** The texts of all files that stand below the folder of the site that readers have, hidden ones too. */
function everything(site: MiniSite): string {
  const root = join(site.dir, '_site');
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter(item => item.isFile())
    .map(item => `${item.name}\n${readFileSync(join(item.parentPath, item.name), 'latin1')}`)
    .join('\n');
}

describe('npm run dev', () => {
  it('shows what npm run new made at the address that it named, and what is written then', async () => {
    using site = miniSite({ 'content/articles/port.md': article() });
    await using dev = await startDev(site);
    await dev.says('non-publies/');
    const address = newDraft(site, '--now', AFTERNOON);
    await dev.shows(address, '<mark lang="fr">Brouillon</mark>');
    site.edit('content/articles/2014/05/un-quai-tout-neuf.md', text =>
      text.replace(/Écrivez ici .*/, 'Trois navires.'),
    );
    await dev.shows(address, 'Trois navires.');
    await dev.shows('/non-publies/', NEW_TITLE);
    site.edit('content/articles/2014/05/un-quai-tout-neuf.md', text => text.replace('draft: true\n', ''));
    await dev.shows('/non-publies/', 'Les lecteurs ont tous les articles.');
    assert.ok(!(await (await dev.get(address)).text()).includes('<mark'));
  });

  it('shows it in a portal that lives in a folder of its host, too', async () => {
    using site = miniSite({ 'content/articles/port.md': article() });
    site.edit('_data/site.yaml', text => text.replace('portail.example', 'portail.example/journal'));
    await using dev = await startDev(site);
    await dev.says('/journal/non-publies/');
    const address = newDraft(site, '--now', AFTERNOON);
    assert.ok(address.startsWith('/journal/chine/'), address);
    await dev.shows(address, '<a href="/journal/non-publies/">');
  });

  it('lets a scheduled article appear at its hour, while nobody saves anything', async () => {
    const soon = new Date(Date.now() + 6_000).toISOString().replace(/\.\d+Z$/, 'Z');
    const date = '2014-05-20T10:00';
    using site = miniSite({
      'content/articles/port.md': article({ date, publish: soon, title: 'À l’heure' }),
      'content/articles/plus-tard.md': article({ date, publish: '2999-01-01' }),
    });
    await using dev = await startDevNow(site);
    await dev.says('Ctrl+C');
    const isMarked = async (): Promise<boolean> =>
      (await (await dev.get('/chine/2014/05/20/port.html')).text()).includes('<mark');
    while (await isMarked()) {
      assert.ok(Date.now() < Date.parse(soon) + 60_000, dev.printed());
      await sleep(100);
    }
    assert.ok(Date.now() >= Date.parse(soon));
    assert.ok(
      (await (await dev.get('/chine/2014/05/20/plus-tard.html')).text()).includes(
        '<mark lang="fr">Programmé',
      ),
    );
  });

  it('lets no draft stand in the site that readers have, whatever runs beside it or ends it', async () => {
    using site = miniSite({
      ...FILES,
      'content/articles/brouillon.md': article({ title: 'La note', draft: true }, 'SECRET'),
    });
    const check = (): void =>
      assert.doesNotMatch(everything(site), /SECRET|La note|Le soir|Les soldes|non-publies/);
    const start = async (): Promise<Dev> => {
      const dev = await startDev(site);
      await dev.says('Ctrl+C');
      await dev.shows(URLS.draft, 'SECRET');
      return dev;
    };
    {
      await using dev = await start();
      assert.equal(build(site).status, 0);
      check();
      // Both have something to do at once.
      for (const hour of ['10', '11']) {
        site.edit('content/articles/port.md', text => text.replace(/T\d\d:00/, `T${hour}:00`));
        assert.equal(build(site).status, 0);
        check();
      }
      await dev.kill();
    }
    // Killed while it begins and while it builds again, after a longer time each.
    for (const time of [50, 300, 600]) {
      const dev = await startDev(site, '--full');
      await sleep(time);
      await dev.kill();
      check();
      assert.equal(build(site).status, 0);
      check();
    }
    await using dev = await start();
    assert.ok(dev.isRunning);
    const published = site.tree();
    assert.ok(!published.has(outputPath(URLS.draft)));
    assert.deepEqual(published, (await site.cleanBuild()).tree);
    assert.ok(treeOf(join(site.dir, '.cache/dev/site')).has(outputPath(URLS.draft)));
  });
});
