// An article that is withdrawn: at its address readers find that it was, and why; nowhere else is anything of it.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { outputPath } from '../src/address/addresses.ts';
import { formatProblems } from '../src/problem/format-problems.ts';
import { quarters } from './media/sample-photographs.ts';
import { article, type MiniSite, miniSite } from './mini-site.ts';
import { assertSameTree } from './tree.ts';

const FILE = 'content/articles/port.md';
const URL = '/chine/2014/05/20/port.html';
const REASON = 'Cet article reposait sur un faux document !';
const PRINTED = 'Cet article reposait sur un faux document\u202f!';

const LONG = {
  title: 'Le port rouvre',
  summary: 'LE CHAPÔ',
  author: 'CLAIRE MOREL',
  topics: ['energie'],
  dossiers: ['sommet'],
  flash: 'LE FLASH',
  pick: true,
  priority: 9,
  image: { src: 'quai.jpg', alt: 'LE QUAI' },
  map: 'Bamako',
  aliases: ['/ancien.html'],
  corrections: [{ date: '2014-05-20T14:00', text: 'LE RECTIFICATIF' }],
};

async function portal(fields: object = {}, body = 'LE TEXTE'): Promise<MiniSite> {
  return miniSite({
    [FILE]: article({ ...LONG, ...fields }, body),
    'content/articles/quai.jpg': await quarters().jpeg().toBuffer(),
    'content/articles/foire.md': article({ title: 'La foire', topics: ['energie'], date: '2014-05-19' }),
    'content/comments/port/1.yaml': 'date: 2014-05-20T14:00\ntext: UN AVIS\n',
    '_data/most-read.json': JSON.stringify({ date: '2014-05-20T15:00', addresses: [URL] }),
  });
}

function textOf(page: string): string {
  return page
    .replace(/^.*<main[^>]*>/s, '')
    .replace(/<\/main>.*$/s, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

function withdraw(site: MiniSite, reason = REASON): void {
  site.edit(FILE, text => text.replace('title:', `withdrawn: ${JSON.stringify(reason)}\ntitle:`));
}

/** The files in which an address is; its own page says it on paper. */
function addressesIn(site: MiniSite, url: string): readonly string[] {
  return [...site.tree()]
    .filter(([path, bytes]) => path !== outputPath(url) && bytes.includes(url))
    .map(([path]) => path);
}

describe('a withdrawn article', () => {
  it('leaves at its address its title, its date and why it is gone', async () => {
    using site = await portal();
    await site.built();
    withdraw(site);
    const report = await site.built();
    assert.equal(
      textOf(site.page(URL)),
      `Chine Le port rouvre 20.05.2014 13h43 Cet article a été retiré ${PRINTED.replace('\u202f', ' ')}`,
    );
    const page = site.page(URL);
    assert.ok(page.includes('<meta name="robots" content="noindex">'));
    assert.match(page, /<nav class="breadcrumb"[\s\S]*<a href="\/chine\/">Chine<\/a>/);
    assert.ok(page.includes('<title>Article retiré\u00a0: Le port rouvre — Le Petit Portail</title>'));
    assert.doesNotMatch(page, /rel="canonical"|og:/);
    assert.deepEqual(
      [report.articles.published, report.articles.withdrawn, report.articles.total],
      [1, 1, 2],
    );
  });

  it('is nowhere else, but where its old addresses lead to it', async () => {
    using site = await portal();
    await site.built();
    assert.ok(addressesIn(site, URL).length > 10);
    withdraw(site);
    await site.built();
    assert.deepEqual(addressesIn(site, URL), ['ancien.html']);
    for (const [path, bytes] of site.tree()) {
      const words = 'LE CHAPÔ|CLAIRE MOREL|LE FLASH|LE QUAI|LE RECTIFICATIF|UN AVIS|LE TEXTE|Bamako';
      assert.doesNotMatch(bytes.toString(), new RegExp(words), path);
      if (path !== outputPath(URL)) assert.ok(!bytes.includes(REASON.slice(0, 20)), path);
    }
  });

  it('comes and goes as a clean build has it', async () => {
    using site = await portal();
    await site.built();
    const before = site.tree();
    withdraw(site);
    await site.built();
    assertSameTree(site.tree(), (await site.cleanBuild()).tree);
    site.edit(FILE, text => text.replace(REASON, 'Une plainte.'));
    await site.built();
    assert.ok(site.page(URL).includes('Une plainte.'));
    assertSameTree(site.tree(), (await site.cleanBuild()).tree);
    site.edit(FILE, text => text.replace(/withdrawn: .*\n/, ''));
    await site.built();
    assertSameTree(site.tree(), before);
  });

  it('needs neither its text nor its photographs any more', async () => {
    using site = await portal({}, '');
    withdraw(site);
    site.remove('content/articles/quai.jpg');
    await site.built();
    assert.ok(site.page(URL).includes(PRINTED));
  });

  it('is followed by its old addresses below an old slug of its section, too', async () => {
    using site = await portal({ section: 'asie' });
    const slugs = '- { slug: asie, name: Asie, formerly: [pays] }\n- { slug: chine, name: Chine }\n';
    site.editData('sections.yaml', slugs);
    withdraw(site);
    await site.built();
    assert.ok(site.page('/pays/2014/05/20/port.html').includes('data-to="/asie/2014/05/20/port.html"'));
    site.edit('_data/site.yaml', text => `${text}host: netlify\n`);
    await site.built();
    assert.match(site.tree().get('_redirects')!.toString(), /^\/pays\/\* \/asie\/:splat/m);
  });

  it('has no page before it appears, while it is a draft, or once it expired', async () => {
    for (const hidden of [{ draft: true }, { publish: '2014-05-21' }, { expires: '2014-05-20T15:00' }]) {
      using site = await portal(hidden);
      withdraw(site);
      const { articles } = await site.built();
      assert.ok(!site.has(URL), JSON.stringify(hidden));
      assert.equal(articles.withdrawn, 0);
    }
  });

  it('expires at its hour, which the build before it announces', async () => {
    using site = await portal({ expires: '2014-05-20T18:00' });
    withdraw(site);
    const { nextChange } = await site.built();
    assert.equal(nextChange, '2014-05-20T18:00:00+08:00');
    await site.built({ now: '2014-05-20T18:00:00+08:00' });
    assert.ok(!site.has(URL));
  });

  it('keeps its address from others', async () => {
    using site = await portal();
    withdraw(site);
    site.write('content/articles/autre.md', article({ title: 'Autre', date: '2014-05-18', aliases: [URL] }));
    const outcome = await site.build();
    assert.deepEqual(
      outcome.problems.map(({ rule }) => rule),
      ['alias-taken'],
    );
  });

  it('is no loss, however many they are', async () => {
    const files = Array.from({ length: 30 }, (_, index) => `content/articles/jour-${index}.md`);
    using site = miniSite(Object.fromEntries(files.map(file => [file, article()])));
    await site.built();
    for (const file of files)
      site.edit(file, text => text.replace('title:', 'withdrawn: "Une plainte."\ntitle:'));
    assert.equal((await site.built()).articles.withdrawn, 30);
    assert.equal((await site.built()).articles.withdrawn, 30);
  });

  it('still tells readers so while a fault is in its file', async () => {
    using site = await portal();
    withdraw(site);
    await site.built();
    const page = site.page(URL);
    site.edit(FILE, text => text.replace('section: "chine"', 'section: "chien"'));
    const outcome = await site.build({ keepGoing: true });
    assert.ok(outcome.ok);
    assert.deepEqual(
      outcome.problems.map(({ rule, staysOnline }) => [rule, staysOnline]),
      [['unknown-section', true]],
    );
    assert.equal(site.page(URL), page);
  });
});

describe('a link to a withdrawn article', () => {
  const LINK = `[le port](${URL}#partie-suite)`;

  it('is a warning, that names the file, of articles old and new and of other pages', async () => {
    using site = await portal();
    site.write('content/articles/lien.md', article({ title: 'Le lien', date: '2014-05-20T14:00' }, 'Rien.'));
    site.write(
      'content/pages/contact.md',
      `---\ntitle: Contact\ndescription: Nous écrire.\n---\n\nVoir [le port](/ancien.html).\n`,
    );
    site.edit('content/articles/foire.md', text =>
      text.replace('Le texte', `Voir ${LINK.replace(/#.*/, ')')}`),
    );
    await site.built();
    withdraw(site);
    site.edit('content/articles/lien.md', text => text.replace('Rien', `Voir ${LINK}`));
    for (const found of [await site.build(), await site.build(), await site.checked()]) {
      assert.ok(!('ok' in found) || found.ok, formatProblems(found.problems));
      const warnings = 'warnings' in found ? found.warnings : [];
      assert.deepEqual(
        warnings.map(({ file, rule }) => [file.replace(/^.*content/, 'content'), rule]),
        [
          ['content/articles/foire.md', 'link-withdrawn'],
          ['content/articles/lien.md', 'link-withdrawn'],
          ['content/pages/contact.md', 'link-withdrawn'],
        ],
      );
      assert.match(warnings[0]!.message, /«\sarticles\/port\.md\s»\)\s: les lecteurs/);
    }
    site.edit(FILE, text => text.replace(/withdrawn: .*\n/, '').replace('LE TEXTE', '## Suite\n\nLE TEXTE'));
    const outcome = await site.build();
    assert.deepEqual(outcome.ok && outcome.warnings, []);
  });
});

describe('the newsroom', () => {
  it('sees a withdrawn article as readers do, and has it in its list', async () => {
    using site = await portal();
    withdraw(site);
    await site.built({ audience: 'newsroom' });
    assert.ok(site.page(URL).includes(PRINTED));
    assert.match(
      textOf(site.page('/non-publies/')),
      /Retirés Le port rouvre Retiré 20\.05\.2014 13h43 articles\/port\.md$/,
    );
    const elsewhere = addressesIn(site, URL).filter(path => path !== 'ancien.html');
    assert.deepEqual(elsewhere, ['non-publies/index.html']);
  });
});
