// Of a large portal articles are rendered and images made while Eleventy is at work: what comes of it, and what stops it, is the same.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, it } from 'node:test';
import { hasLargeMemory } from '../src/engine/memory/memory-file.ts';
import { article, type MiniSite, miniSite } from './mini-site.ts';

/** A portal whose next build has a memory as large as that of thousands of articles. */
async function largePortal(): Promise<MiniSite> {
  const site = miniSite(
    { 'content/articles/port.md': article(), 'content/articles/riz.md': article() },
    { ownImages: true },
  );
  await site.built();
  const cacheDir = join(site.dir, '.cache');
  const memory = new DatabaseSync(join(cacheDir, 'memory.sqlite'));
  memory.exec('CREATE TABLE padding AS SELECT zeroblob(9000000) AS bytes');
  memory.close();
  assert.ok(hasLargeMemory(cacheDir));
  return site;
}

const NEWER = article({ title: 'Le canal rouvre', date: '2014-05-20T15:00:00+08:00' });

describe('a large portal', () => {
  it('is what a clean build makes of it, images of new articles among it', async () => {
    using site = await largePortal();
    site.write('content/articles/canal.md', NEWER);
    const { pages, images } = await site.built();
    assert.ok(pages.rendered > 2 && images.made > 0);
    assert.match(site.page('/'), /Le canal rouvre/);
    assert.match(site.page('/chine/2014/05/20/canal.html'), /Le canal rouvre/);
    assert.deepEqual((await site.cleanBuild()).tree, site.tree());
    assert.equal((await site.built()).pages.rendered, 0);
  });

  it('stays as it was when a page of the owner’s takes the address of an article that is rendered already', async () => {
    using site = await largePortal();
    const before = site.tree();
    site.write('content/articles/canal.md', NEWER);
    site.editTheme(
      'eleventy/canal.njk',
      () => '---\npermalink: /chine/2014/05/20/canal.html\n---\nÀ nous.\n',
    );
    const outcome = await site.build();
    assert.deepEqual(outcome.ok ? [] : outcome.problems.map(({ rule }) => rule), ['address-twice']);
    assert.deepEqual(site.tree(), before);

    site.remove('theme/eleventy/canal.njk');
    await site.built();
    assert.deepEqual((await site.cleanBuild()).tree, site.tree());
  });

  it('names what stops Eleventy before what stops its own pages', async () => {
    using site = await largePortal();
    const before = site.tree();
    site.write('content/articles/canal.md', NEWER);
    site.editTheme('eleventy/equipe.njk', () => '---\npermalink: /equipe/\n---\n{{ moi.toi.nous() }}\n');
    site.editTheme('archive/article.njk', text =>
      text.replace('{% block main %}', '{% block main %}{{ moi.toi.nous() }}'),
    );
    const faults = async (): Promise<readonly string[]> => {
      const outcome = await site.build();
      assert.deepEqual(site.tree(), before);
      return outcome.ok ? [] : outcome.problems.map(({ file }) => file.split('/theme/')[1]!);
    };
    assert.deepEqual(await faults(), ['eleventy/equipe.njk']);
    site.remove('theme/eleventy/equipe.njk');
    assert.deepEqual(await faults(), ['archive/article.njk']);
  });
});
