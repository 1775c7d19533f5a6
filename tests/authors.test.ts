// Who signs: the names under a headline, each author's page, the index, and what `_data/authors` adds.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { quarters } from './media/sample-photographs.ts';
import { article, type MiniSite, miniSite } from './mini-site.ts';

const PORT = 'content/articles/port.md';
const PORT_URL = '/chine/2014/05/20/port.html';
const PROFILES = `- slug: lin-wei
  name: Lin Wei
  role: Correspondante à Pékin
  biography: Elle raconte la Chine.
  portrait: lin.png
- slug: zoe-li
  name: Zoé Durand
  formerly: [zoe-dupont]
`;

/** The line of who signs, as a reader and as a browser has it. */
function bylineOf(site: MiniSite, url = PORT_URL): readonly [text: string, links: readonly string[]] {
  const html = /<span class="author">(.*?)<\/span>/.exec(site.page(url))?.[1] ?? '';
  return [
    html.replace(/<[^>]+>/g, ''),
    [...html.matchAll(/rel="author" href="([^"]+)"/g)].map(([, to]) => to!),
  ];
}

const signed = (...authors: readonly string[]): string => article({ authors });

describe('a signature', () => {
  it('leads to a page of whoever signs, declared or not', async () => {
    using site = miniSite({ [PORT]: article({ author: 'Jean-Noël Ørsted' }) });
    await site.built();
    assert.deepEqual(bylineOf(site), ['Par Jean-Noël Ørsted', ['/auteurs/jean-noel-orsted/']]);
    const page = site.page('/auteurs/jean-noel-orsted/');
    assert.match(page, /<h1>Jean-Noël Ørsted<\/h1>\s*<p class="note">1\u00a0article<\/p>/);
    assert.ok(page.includes(PORT_URL));
    assert.match(
      page,
      /<li><a href="\/auteurs\/">Auteurs<\/a><\/li>\s*<li aria-current="page">Jean-Noël Ørsted<\/li>\s*<\/ol>/,
    );
    assert.match(site.page('/auteurs/'), /Jean-Noël Ørsted<\/a> <span class="note">1\u00a0article/);
  });

  it('may be that of two or three together', async () => {
    using site = miniSite({ [PORT]: signed('Lin Wei', 'Ana B.') });
    await site.built();
    assert.deepEqual(bylineOf(site), ['Par Lin Wei et Ana B.', ['/auteurs/lin-wei/', '/auteurs/ana-b/']]);
    site.write(PORT, signed('Lin Wei', 'Ana B.', 'Zoé Li'));
    await site.built();
    assert.equal(bylineOf(site)[0], 'Par Lin Wei, Ana B. et Zoé Li');
    assert.deepEqual(
      [...site.page('/flux.xml').matchAll(/<author><name>([^<]+)/g)].map(([, name]) => name),
      ['Lin Wei', 'Ana B.', 'Zoé Li'],
    );
  });

  it('of letters that no address has leads nowhere, unless `_data/authors` knows it', async () => {
    using site = miniSite({ [PORT]: signed('林薇') });
    await site.built();
    assert.deepEqual(bylineOf(site), ['Par 林薇', []]);
    assert.ok(!site.has('/auteurs/'));
    site.editData('authors.yaml', '- { slug: lin-wei, name: 林薇 }\n');
    await site.built();
    assert.deepEqual(bylineOf(site), ['Par 林薇', ['/auteurs/lin-wei/']]);
  });

  it('is one author’s with and without accents, once in each list', async () => {
    using site = miniSite({
      [PORT]: signed('Zoé Li', 'ZOE LI'),
      'content/articles/quai.md': article({ title: 'Le quai', date: '2014-05-19T08:00', author: 'Zoe Li' }),
    });
    await site.built();
    const page = site.page('/auteurs/zoe-li/');
    assert.match(page, /<h1>Zoé Li<\/h1>\s*<p class="note">2\u00a0articles/);
  });

  it('stays as it was written, and leads to who is called otherwise today', async () => {
    using site = miniSite({
      [PORT]: signed('Zoé Dupont', 'zoe-li'),
      '_data/authors.yaml': PROFILES.replace('  portrait: lin.png\n', ''),
    });
    await site.built();
    assert.deepEqual(bylineOf(site), [
      'Par Zoé Dupont et Zoé Durand',
      ['/auteurs/zoe-li/', '/auteurs/zoe-li/'],
    ]);
    assert.match(site.page('/auteurs/zoe-li/'), /<h1>Zoé Durand<\/h1>\s*<p class="note">1\u00a0article/);
    assert.match(site.page('/auteurs/zoe-dupont/'), /data-to="\/auteurs\/zoe-li\/"/);
  });
});

describe('what `_data/authors` says of an author', () => {
  it('stands at the head of their page, and the footer leads to all of them', async () => {
    using site = miniSite({ [PORT]: signed('lin-wei'), '_data/authors.yaml': PROFILES });
    site.write('content/media/lin.png', await quarters().png().toBuffer());
    await site.built();
    const page = site.page('/auteurs/lin-wei/');
    assert.match(page, /<header class="author-header">\s*<picture>/);
    assert.match(page, /<p class="role">Correspondante à Pékin<\/p>/);
    assert.match(page, /<p class="standfirst">Elle raconte la Chine\.<\/p>/);
    assert.match(site.page('/'), /<a href="\/auteurs\/">Auteurs<\/a>/);
    assert.ok(!site.has('/auteurs/zoe-li/'), 'she has signed nothing');
    assert.deepEqual((await site.checked()).unusedMedia, []);
  });

  it('is published without a portrait that is not there, where a build may go on', async () => {
    using site = miniSite({ [PORT]: signed('lin-wei'), '_data/authors.yaml': PROFILES });
    const stopped = await site.build();
    assert.equal(stopped.ok, false);
    const [problem] = stopped.problems;
    assert.match(problem!.file, /_data\/authors\.yaml$/);
    assert.deepEqual([problem!.line, problem!.rule], [5, 'missing-media']);
    assert.match(problem!.message, /lin\.png/);
    await site.built({ keepGoing: true });
    assert.ok(!site.page('/auteurs/lin-wei/').includes('<picture'));
    site.write('content/media/lin.png', await quarters().png().toBuffer());
    await site.built();
    assert.ok(site.page('/auteurs/lin-wei/').includes('<picture'));
    assert.deepEqual(site.tree(), (await site.cleanBuild()).tree);
  });
});

describe('an author of very many articles', () => {
  function prolific(): MiniSite {
    const files = Array.from({ length: 12 }, (_, n) => [
      `content/articles/a${n}.md`,
      article({ title: `Article ${n}`, date: `2014-03-${n + 10}T08:00`, author: 'Lin Wei' }),
    ]);
    const site = miniSite(Object.fromEntries(files));
    site.edit('_data/site.yaml', text => `${text}topicLength: 4\n`);
    return site;
  }

  it('has a page of the newest, which says where the others are', async () => {
    using site = prolific();
    await site.built();
    const page = site.page('/auteurs/lin-wei/');
    assert.match(page, /12\u00a0articles/);
    assert.equal(page.match(/<li class="card/g)?.length, 4);
    assert.match(page, /les autres restent dans les <a href="\/archives\/">archives<\/a>/);
  });

  it('signs another one without any page of an older one being written', async () => {
    using site = prolific();
    await site.built();
    site.write('content/articles/neuf.md', article({ title: 'Neuf', author: 'Lin Wei' }));
    const written = await site.writtenBy(() => site.built());
    assert.ok(written.includes('/auteurs/lin-wei/') && written.includes('/auteurs/'));
    // The newest three carry the furniture; the fourth has just lost it, and has a neighbour.
    const old = written.filter(url => /2014\/03\/1\d\/a[0-8]\.html$/.test(url));
    assert.deepEqual(old, []);
    assert.deepEqual(site.tree(), (await site.cleanBuild()).tree);
  });

  it('changes none of the articles when something is said of them', async () => {
    using site = prolific();
    site.editData('authors.yaml', '- { slug: lin-wei, name: Lin Wei }\n');
    await site.built();
    site.editData('authors.yaml', '- { slug: lin-wei, name: Lin Wei, role: Reporter }\n');
    const written = await site.writtenBy(() => site.built());
    assert.deepEqual(written, ['/auteurs/lin-wei/', '/auteurs/lin-wei/flux.xml']);
  });
});
