// What becomes of a site when its owner makes a mistake in its looks, and when they change them.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { article, miniSite } from './mini-site.ts';

describe('a mistake in a style sheet', () => {
  it('stops the build, and leaves the last site as it was', async () => {
    using site = miniSite({ 'content/articles/port.md': article() });
    await site.built();
    const before = site.tree();
    site.editTheme('styles/footer.css', css => `${css}\n}\n`);
    const outcome = await site.build({ keepGoing: true });
    assert.ok(!outcome.ok);
    assert.deepEqual(
      outcome.problems.map(({ rule }) => rule),
      ['style-sheet'],
    );
    assert.deepEqual(site.tree(), before);
    site.editTheme('styles/footer.css', css => css.replace(/\n\}\n$/, ''));
    await site.built();
    assert.deepEqual(site.tree(), before);
  });
});

describe('another style', () => {
  it('has another address, which every page takes, and the old file is removed', async () => {
    using site = miniSite({ 'content/articles/port.md': article() });
    await site.built();
    // That of the viewer is another file, and stays as it is.
    const sheets = (): readonly string[] =>
      [...site.tree().keys()].filter(path => /^assets\/quotidien\..*\.css$/.test(path));
    const [old] = sheets();
    site.editTheme('styles/footer.css', css => css.replace('.footer {', '.footer {\n    opacity: 0.99;'));
    await site.built();
    const [present, ...others] = sheets();
    assert.deepEqual(others, []);
    assert.notEqual(present, old);
    for (const url of ['/', '/chine/', '/chine/2014/05/20/port.html'])
      assert.ok(site.page(url).includes(`/${present}`), url);
    const { tree } = await site.cleanBuild();
    assert.deepEqual(site.tree(), tree);
  });
});
