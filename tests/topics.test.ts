// The index of topics: every topic that has articles, from A to Z, on one page or on a page a letter.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { article, type MiniSite, miniSite } from './mini-site.ts';

/** The names of topics on a page of the index. */
function namesIn(html: string): readonly string[] {
  return [...html.matchAll(/<li><a href="\/sujets\/[\w-]+\/">([^<]+)<\/a> <span class="note">/g)].map(
    ([, name]) => name!,
  );
}

const headingsIn = (html: string): readonly string[] =>
  [...html.matchAll(/<h2 id="\w[\w-]*">([^<]+)<\/h2>/g)].map(([, heading]) => heading!);

describe('the index of topics', () => {
  it('names those that have articles by letter, whatever the accents and capitals, figures last', async () => {
    using site = miniSite({
      '_data/topics.yaml': `- { slug: ukraine, name: Ukraine }
- { slug: energie, name: Énergie }
- { slug: g8, name: 8 pays }
- { slug: eau, name: eau }
- { slug: ocde, name: Œuvres }
- { slug: chine-zh, name: 中国 }
- { slug: rien, name: Rien }
`,
      'content/articles/a.md': article({
        topics: ['ukraine', 'energie', 'g8', 'eau', 'ocde', 'chine-zh'],
      }),
      'content/articles/b.md': article({ title: 'Eau', topics: ['eau'] }),
    });
    await site.built();
    const page = site.page('/sujets/');
    assert.deepEqual(namesIn(page), ['eau', 'Énergie', 'Œuvres', 'Ukraine', '8 pays', '中国']);
    assert.deepEqual(headingsIn(page), ['E', 'O', 'U', '0–9', 'Autres']);
    assert.match(page, /eau<\/a> <span class="note">2\u00a0articles</);
    assert.match(page, /<a href="#lettre_e">E<\/a>/);
    assert.ok(page.includes('<aside class="furniture"'));
    assert.match(
      site.page('/sujets/eau/'),
      /<li><a href="\/sujets\/">Sujets<\/a><\/li>\s*<li aria-current="page">eau<\/li>\s*<\/ol>/,
    );
    assert.match(site.page('/'), /<a href="\/sujets\/">Sujets<\/a>/);
  });

  it('is not there in a portal without topics, and says when none has an article', async () => {
    using site = miniSite({ '_data/topics.yaml': '[]', 'content/articles/a.md': article() });
    await site.built();
    assert.ok(!site.has('/sujets/'));
    assert.ok(!site.page('/').includes('/sujets/'));
    site.editData('topics.yaml', '- { slug: eau, name: Eau }');
    await site.built();
    assert.match(site.page('/sujets/'), /Rien n’a encore été publié ici/);
  });

  describe('of very many topics', () => {
    const SLUGS = Array.from({ length: 260 }, (_, n) => `${'abcdefghijklm'[n % 13]}-${n + 100}`);

    /** Each topic has an article, and some more than others. */
    function portalOfMany(): MiniSite {
      const articles = Array.from({ length: 25 }, (_, n) => [
        `content/articles/a${n}.md`,
        article({
          title: `Article ${n}`,
          date: '2013-05-20T08:00',
          topics: SLUGS.slice(n * 10, n * 10 + 20),
        }),
      ]);
      const names = SLUGS.map(slug => `- { slug: ${slug}, name: ${slug.toUpperCase()} }\n`);
      return miniSite({ ...Object.fromEntries(articles), '_data/topics.yaml': names.join('') });
    }

    it('leads to a page for each letter, and names those with most articles', async () => {
      using site = portalOfMany();
      await site.built();
      const page = site.page('/sujets/');
      assert.deepEqual(headingsIn(page), ['Les plus fournis']);
      assert.equal(namesIn(page).length, 60);
      const letters = [...page.matchAll(/href="(\/sujets\/lettres\/\w\/)"/g)].map(([, url]) => url!);
      assert.equal(letters.length, 13);
      const all = letters.flatMap(url => namesIn(site.page(url)));
      assert.equal(new Set(all).size, all.length);
      assert.deepEqual(all.toSorted(), SLUGS.map(slug => slug.toUpperCase()).toSorted());
      const letter = site.page('/sujets/lettres/a/');
      assert.match(letter, /<h1>Sujets\u00a0: A<\/h1>/);
      assert.match(letter, /<a href="\/sujets\/lettres\/a\/" aria-current="page">A<\/a>/);
      assert.ok(!letter.includes('<aside class="furniture"'));
    });

    it('writes for a new article the pages of its letters and the feed of its topic alone', async () => {
      using site = portalOfMany();
      await site.built();
      site.write('content/articles/neuf.md', article({ title: 'Neuf', topics: [SLUGS[40]!] }));
      const written = await site.writtenBy(() => site.built());
      assert.deepEqual(
        written.filter(url => url.startsWith('/sujets/')),
        [`/sujets/${SLUGS[40]}/`, `/sujets/${SLUGS[40]}/flux.xml`, '/sujets/lettres/b/', '/sujets/'].sort(),
      );
      const clean = await site.cleanBuild();
      assert.deepEqual(site.tree(), clean.tree);
    });
  });
});
