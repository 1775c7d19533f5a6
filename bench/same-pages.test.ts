// Whether the programs of the bench build the same portal: the same addresses, and the same facts on every page.
import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { articleAddress, type CorpusArticle, corpusArticles, writeCorpus } from './corpus.ts';
import { htmlFiles, pageFacts } from './pages.ts';
import { isInstalled, type SubjectName, subject } from './subjects.ts';

const WORK = join(import.meta.dirname, '.work/same-pages');
/** One of its dossiers is large. */
const CORPUS = { articles: 300, seed: 7, dossierLength: 3 };

/**
 * Pages that only our site has. Their number does not grow with the archive, so the peers save next to no time without
 * them. The peers' users would make some of them with JavaScript or a service.
 */
const OURS_ALONE = ['flash', 'flux', 'les-plus-lus', 'recherche', 'sujets'].map(name => `${name}/index.html`);
const AUTHORS = 'auteurs/';

/** Pieces of pages that only our site has: as many as sections, and two. */
const isPiece = (file: string): boolean => file.startsWith('furniture/');

/** Builds the whole site with a program; gives the folder of the site. */
async function buildWith(name: SubjectName): Promise<string> {
  const { prepare, buildAll, output } = subject(name, WORK, CORPUS);
  await prepare();
  await buildAll();
  return output;
}

describe('the corpus', () => {
  test('is the same for the same number and seed, and another for another seed', () => {
    const first = [...corpusArticles(CORPUS)];
    assert.deepEqual([...corpusArticles(CORPUS)], first);
    assert.notDeepEqual([...corpusArticles({ ...CORPUS, seed: 8 })], first);
  });

  test('has one address and one date for each article, oldest first', () => {
    const articles = [...corpusArticles({ articles: 5000, seed: 7 })];
    assert.equal(new Set(articles.map(({ slug }) => slug)).size, articles.length);
    assert.equal(new Set(articles.map(articleAddress)).size, articles.length);
    articles.reduce((older: CorpusArticle, newer) => {
      assert.ok(older.date < newer.date);
      return newer;
    });
  });
});

describe('the same corpus', () => {
  let ours = '';
  before(async () => {
    writeCorpus(join(WORK, 'corpus'), CORPUS);
    ours = await buildWith('ours');
  });
  after(() => rmSync(WORK, { recursive: true, force: true }));

  for (const name of ['eleventy', 'hugo'] as const) {
    const skip = isInstalled(name) ? false : `${name} is not installed`;
    test(`has the same pages when ${name} builds it, with the same links on each`, { skip }, async () => {
      const theirs = await buildWith(name);
      const all = htmlFiles(ours).filter(file => !isPiece(file));
      const signed = all.filter(file => file.startsWith(AUTHORS));
      assert.equal(signed.length, 7);
      const files = all.filter(file => !OURS_ALONE.includes(file) && !signed.includes(file));
      assert.equal(files.length, all.length - OURS_ALONE.length - signed.length);
      assert.ok(files.length > CORPUS.articles);
      assert.deepEqual(htmlFiles(theirs), files);
      for (const file of files) {
        assert.deepEqual(pageFacts(theirs, file), pageFacts(ours, file), `${name} differs in ${file}`);
      }
    });
  }

  test('shows readers of an article its section and what to read next', () => {
    const articles = [...corpusArticles(CORPUS)].toReversed();
    const article = articles[100]!;
    const inSection = articles.filter(({ section }) => section === article.section);
    const index = inSection.indexOf(article);
    const facts = pageFacts(ours, articleAddress(article).slice(1));
    assert.deepEqual(facts.breadcrumb, ['/', `/${article.section}/`]);
    assert.equal(facts.newer, addressOf(inSection[index - 1]));
    assert.equal(facts.older, addressOf(inSection[index + 1]));
    assert.equal(facts.paragraphs, 8);
    assert.ok(facts.relatedCount <= 4);
  });
});

function addressOf(article: CorpusArticle | undefined): string | null {
  return article === undefined ? null : articleAddress(article);
}
