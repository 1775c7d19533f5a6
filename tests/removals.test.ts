// A build that would take many articles from readers at once stops, and the last good site stays.
import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { article, type BuildChanges, type MiniSite, miniSite, reportOf } from './mini-site.ts';
import { assertSameTree } from './tree.ts';

/** An article for each of the last days before the edition of mini-sites, the newest first. */
function portalOf(count: number, fields: Readonly<Record<string, unknown>> = {}): MiniSite {
  const files = Array.from({ length: count }, (_, index) => {
    const date = new Date(Date.UTC(2014, 4, 19 - index)).toISOString().slice(0, 10);
    return [fileOf(index), article({ title: `Le jour ${index}`, date: `${date}T10:00`, ...fields })] as const;
  });
  return miniSite(Object.fromEntries(files));
}

function fileOf(index: number): string {
  return `content/articles/jour-${index}.md`;
}

function removeArticles(site: MiniSite, count: number): void {
  for (let index = 0; index < count; index++) site.remove(fileOf(index));
}

/** A build that stops for what readers would lose, and touches nothing. Gives what it says. */
async function refused(site: MiniSite, changes: BuildChanges = {}): Promise<string> {
  const before = site.tree();
  const outcome = await site.build(changes);
  assert.ok(!outcome.ok, 'the build stops');
  assertSameTree(site.tree(), before);
  const problem = outcome.problems.find(({ rule }) => rule === 'articles-lost');
  assert.ok(problem, 'it says what readers would lose');
  assert.match(problem.file, /content\/articles$/);
  return problem.message;
}

describe('a portal that suddenly has no article', () => {
  it('keeps the last good site', async () => {
    using site = portalOf(2);
    await site.built();
    removeArticles(site, 2);
    assert.match(
      await refused(site),
      /plus aucun article, alors qu’il en avait 2\. .*--content.*--allow-removals/,
    );
    assert.match(await refused(site), /qu’il en avait 2\./, 'and again the next time');
  });

  it('is emptied when that is asked for, once', async () => {
    using site = portalOf(2);
    await site.built();
    removeArticles(site, 2);
    await site.built({ allowRemovals: true });
    assert.ok(!site.has('/chine/2014/05/19/jour-0.html'));
    await site.built();
  });

  it('is not emptied by a full build or without the memory either', async () => {
    using site = portalOf(2);
    await site.built();
    removeArticles(site, 2);
    assert.match(await refused(site, { full: true }), /qu’il en avait 2\./);
    rmSync(join(site.dir, '.cache'), { recursive: true });
    assert.match(await refused(site), /qu’il en avait 2\./);
  });

  it('is not emptied where only the memory is left', async () => {
    using site = portalOf(2);
    await site.built();
    removeArticles(site, 2);
    site.remove('_site');
    const outcome = await site.build();
    assert.deepEqual(!outcome.ok && outcome.problems.map(({ rule }) => rule), ['articles-lost']);
  });

  it('is not emptied by a clock that went wrong', async () => {
    using site = portalOf(2);
    await site.built();
    assert.match(await refused(site, { now: '1970-01-01T00:00:00Z' }), /encore à paraître.*--now/);
  });

  it('is told so before anything about its comments', async () => {
    using site = portalOf(2);
    site.write('content/comments/jour-0/1.yaml', 'date: 2014-05-20T14:00\ntext: Un avis.\n');
    await site.built();
    removeArticles(site, 2);
    assert.match(await refused(site), /--content.*sous-module/);
    assert.match(await refused(site, { keepGoing: true }), /--content.*sous-module/);
  });

  it('may have seen its last article expire', async () => {
    using site = portalOf(2, { expires: '2014-05-21T10:00' });
    await site.built();
    const report = await site.built({ now: '2014-05-22T10:00:00+08:00' });
    assert.equal(report.articles.expired, 2);
  });

  it('may be a new one', async () => {
    using site = miniSite();
    await site.built();
    await site.built();
  });
});

describe('a portal that loses many articles at once', () => {
  it('stops at ten when they are more than a fifth', async () => {
    using site = portalOf(49);
    await site.built();
    removeArticles(site, 10);
    assert.match(await refused(site), /^10 articles sur 49 ne seraient plus sur le site/);
    await site.built({ allowRemovals: true });
    assert.ok(!site.has('/chine/2014/05/19/jour-0.html'));
  });

  it('goes on below ten, and up to a fifth', async () => {
    using few = portalOf(12);
    await few.built();
    removeArticles(few, 9);
    await few.built();
    using fifth = portalOf(50);
    await fifth.built();
    removeArticles(fifth, 10);
    await fifth.built();
  });

  it('has not lost those that expired', async () => {
    using site = portalOf(20, { expires: '2014-05-21T10:00' });
    site.write('content/articles/reste.md', article());
    await site.built();
    await site.built({ now: '2014-05-22T10:00:00+08:00' });
  });

  it('has not lost those that became drafts', async () => {
    using site = portalOf(20);
    await site.built();
    for (let index = 0; index < 15; index++)
      site.edit(fileOf(index), text => text.replace('title:', 'draft: true\ntitle:'));
    assert.equal((await site.built()).articles.draft, 15);
  });

  it('has not lost those that have another section, date or name', async () => {
    using site = portalOf(20);
    await site.built();
    for (let index = 0; index < 20; index++)
      site.edit(fileOf(index), text => text.replace('"chine"', '"monde"'));
    await site.built();
    for (let index = 0; index < 20; index++)
      site.edit(fileOf(index), text => text.replace('"2014-0', '"2013-0'));
    await site.built();
    for (let index = 0; index < 20; index++)
      site.rename(fileOf(index), `content/articles/archives/ancien-${index}.md`);
    await site.built();
    assert.ok(site.has('/monde/2013/05/19/ancien-0.html'));
  });

  it('has not lost those to which an old address leads', async () => {
    using site = portalOf(20);
    await site.built();
    removeArticles(site, 20);
    for (let index = 0; index < 20; index++) {
      const day = new Date(Date.UTC(2014, 4, 19 - index)).toISOString().slice(0, 10).replaceAll('-', '/');
      const aliases = [`/chine/${day}/jour-${index}.html`];
      site.write(`content/articles/autre-${index}.md`, article({ aliases, section: 'monde' }));
    }
    await site.built();
  });

  it('has lost those in whose place others stand', async () => {
    using site = portalOf(20);
    await site.built();
    removeArticles(site, 20);
    for (let index = 0; index < 20; index++)
      site.write(`content/articles/autre-${index}.md`, article({ section: 'monde' }));
    assert.match(await refused(site), /^20 articles sur 20 /);
  });

  it('names the faults that take them, with « keep going »', async () => {
    using site = portalOf(20);
    await site.built({ keepGoing: true });
    site.editData('sections.yaml', '- { slug: monde, name: Monde }\n- { slug: sport, name: Sport }\n');
    site.write('content/articles/autre.md', article({ section: 'monde' }));
    assert.match(
      await refused(site, { keepGoing: true }),
      /^20 articles sur 20 .*Corrigez d’abord les fichiers fautifs/,
    );
  });

  it('says so again after a build that was refused, and goes on when they are back', async () => {
    using site = portalOf(20);
    const { pages } = await site.built();
    site.rename('content/articles', 'ailleurs');
    site.write(fileOf(0), article({ title: 'Le jour 0', date: '2014-05-19T10:00' }));
    await refused(site);
    await refused(site);
    site.remove('content/articles');
    site.rename('ailleurs', 'content/articles');
    const again = reportOf(await site.build()).pages;
    assert.deepEqual([again.total, again.written, again.removed], [pages.total, 0, 0]);
  });
});
