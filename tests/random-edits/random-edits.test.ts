// The values that random edits write are worth writing: each field has some that its reader takes, and that change what is read. Edits of templates find their place.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import fc from 'fast-check';
import { readArticle } from '../../src/article/read-article.ts';
import { SITE_RULES } from '../../src/pages/site-rules.ts';
import { readSite } from '../../src/site/read-site.ts';
import { article, miniSite } from '../mini-site.ts';
import { editedArticles } from './article-edits.ts';
import { ARTICLE_FIELDS, ARTICLE_GROUPS } from './article-fields.ts';
import { editedData } from './data-edits.ts';
import { DATA_FIELDS, DATA_FILES } from './data-fields.ts';
import { type FieldEdit, withField } from './field-path.ts';
import { MARKED_TEMPLATES, type MarkedTemplate, themePlayer } from './theme-edits.ts';

/** The same edits in each run, so that the test does not depend on luck. */
function editsOf(path: string, values: fc.Arbitrary<unknown>): readonly FieldEdit[] {
  const edits = fc.record({ path: fc.constant(path), at: fc.nat(14), value: values });
  return fc.sample(edits, { numRuns: 30, seed: 7 });
}

/** What is read of an article with these fields; null: it is refused. */
function readFields(fields: Readonly<Record<string, unknown>>): unknown {
  const file = 'articles/port.md';
  const read = readArticle(file, Buffer.from(article(fields)), { timeZone: 'Asia/Shanghai' });
  return read.ok ? read.value.article : null;
}

describe('random edits of an article', () => {
  for (const [path, values] of Object.entries(ARTICLE_FIELDS)) {
    // Right only together with an empty `alt`, as whole photographs have it.
    if (path.endsWith('.decoration')) continue;
    it(`write values of « ${path} » that are read, and differ`, () => {
      const read = editsOf(path, values)
        .map(edit => readFields(withField({}, edit, ARTICLE_GROUPS)))
        .filter(found => found !== null);
      assert.ok(new Set(read.map(found => JSON.stringify(found))).size >= 2);
    });
  }
});

/** By the clock, not by the content (`tests/publication.test.ts`); right only without `logs`, and no page's matter (`tests/refresh.test.ts`). */
const ELSEWHERE: ReadonlySet<string> = new Set(['graceDays', 'mostReadService']);

describe('random edits of data', () => {
  const samples = Object.entries(DATA_FILES).map(([path, { sample }]) => ({ path, at: 0, value: sample }));
  for (const [path, values] of Object.entries(DATA_FIELDS)) {
    if (ELSEWHERE.has(path)) continue;
    it(`write values of « ${path} » that are read, and differ`, () => {
      using site = miniSite();
      const data = editedData(site, editedArticles(site));
      for (const sample of samples) data.play(sample);
      const read = new Set<string>();
      for (const edit of editsOf(path, values)) {
        data.play(edit);
        read.add(JSON.stringify(readSite(join(site.dir, '_data'), SITE_RULES)));
        // Each reads the whole of `_data`: two are enough.
        if (read.size >= 2) return;
      }
      assert.fail(`${path} is read as one value`);
    });
  }
});

describe('the files of _data that kinds of page bring with them', () => {
  it('are edited as all others', () => {
    const edited = Object.values(DATA_FILES).map(({ file }) => file.replace(/\.\w+$/, ''));
    for (const { name } of SITE_RULES.pageData('UTC')) assert.ok(edited.includes(name), name);
  });
});

describe('random edits of the theme', () => {
  const site = miniSite();
  after(() => site[Symbol.dispose]());

  for (const file of Object.keys(MARKED_TEMPLATES) as MarkedTemplate[])
    it(`find their place in « ${file} »`, () => {
      themePlayer(site)({ edit: 'template', file, mark: 1 });
      assert.match(site.read(`theme/${file}`), /<!-- 1 -->/);
    });
});
