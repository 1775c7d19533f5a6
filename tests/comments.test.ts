// Readers' comments: what a thread is made of, and how little is read and rendered when one of them changes.
import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it, mock } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { workingTree } from '../src/content/working-tree.ts';
import { openMemory } from '../src/engine/memory/memory.ts';
import { contentIds } from '../src/engine/reading/content-ids.ts';
import { readThreads } from '../src/engine/reading/read-comments.ts';
import { type FoundFiles, walkContent } from '../src/engine/reading/walk-content.ts';
import { walkInThread } from '../src/engine/walk-in-thread.ts';
import { article, type MiniSite, miniSite } from './mini-site.ts';
import { assertSameTree } from './tree.ts';

const PORT = 'content/comments/2014/05/port';
const PAGE = '/chine/2014/05/20/port.html';

/** A portal with an article that has two comments, and one that has none. */
function portal(): MiniSite {
  return miniSite({
    'content/articles/2014/05/port.md': article(),
    'content/articles/2014/05/gare.md': article({ date: '2014-05-19T08:00' }),
    [`${PORT}/0001.yaml`]: comment({ name: 'Jeanne', text: 'Le premier avis.' }),
    [`${PORT}/0002.yaml`]: comment({ date: '2014-05-20T14:30', text: 'Le second avis.' }),
  });
}

function comment(fields: Readonly<Record<string, unknown>>): string {
  return JSON.stringify({ date: '2014-05-20T14:00', ...fields });
}

/** The comments of the mini-site's article about the port, as a build would find them with no memory. */
function textsOfPort(site: MiniSite): readonly string[] {
  const contentDir = join(site.dir, 'content');
  const source = workingTree(contentDir);
  const settings = { source, timeZone: 'Asia/Shanghai' };
  const { threads } = readThreads(walkContent(source), () => true, settings, null, contentIds(source, null));
  return (threads.get('articles/2014/05/port.md')?.comments ?? []).map(({ text }) => text);
}

describe('a comment', () => {
  for (const [name, edit] of [
    ['added', site => site.write(`${PORT}/0003.yaml`, comment({ text: 'Un troisième avis.' }))],
    ['edited', site => site.edit(`${PORT}/0001.yaml`, text => text.replace('premier', 'tout premier'))],
    ['removed', site => site.remove(`${PORT}/0001.yaml`)],
    ['the last one removed', site => site.remove('content/comments')],
    [
      'the first of its article',
      site => site.write('content/comments/2014/05/gare/a.yml', comment({ text: 'Bien.' })),
    ],
  ] as readonly (readonly [string, (site: MiniSite) => void])[]) {
    it(`${name}: the article’s page alone is rendered`, async () => {
      using site = portal();
      await site.built();
      edit(site);
      const written = await site.writtenBy(async () => {
        assert.equal((await site.built()).pages.rendered, 1);
      });
      assert.deepEqual(written, [name.startsWith('the first') ? '/chine/2014/05/19/gare.html' : PAGE]);
      assert.equal((await site.built()).pages.rendered, 0, 'a second build does nothing');
      assertSameTree(site.tree(), (await site.cleanBuild()).tree, 'the incremental and the clean tree');
    });
  }

  it('written again with the same bytes renders nothing', async () => {
    using site = portal();
    await site.built();
    site.edit(`${PORT}/0001.yaml`, text => text);
    assert.equal((await site.built()).pages.rendered, 0);
  });

  it('is plain text on the page, as its reader wrote it', async () => {
    using site = portal();
    site.write(`${PORT}/0001.yaml`, comment({ text: 'C\'est <b>"bien"</b> & "beau" !' }));
    await site.built();
    const page = site.page(PAGE);
    assert.match(page, /C(?:'|&#39;)est &lt;b&gt;/);
    assert.doesNotMatch(page, /<b>/);
  });

  it('moves with its article, or is named', async () => {
    using site = portal();
    await site.built();
    site.rename('content/articles/2014/05/port.md', 'content/articles/2014/05/quai.md');
    const refused = await site.build();
    assert.deepEqual(
      refused.problems.map(({ rule }) => rule),
      ['comment-without-article'],
    );
    site.rename(PORT, 'content/comments/2014/05/quai');
    await site.built();
    assertSameTree(site.tree(), (await site.cleanBuild()).tree, 'the incremental and the clean tree');
  });

  it('may be about an article that is not published', async () => {
    using site = portal();
    site.write('content/articles/2014/05/port.md', article({ draft: true }));
    assert.deepEqual((await site.build()).problems, []);
  });

  it('with a fault is left out when a build keeps going, and the rest stays', async () => {
    using site = portal();
    await site.built();
    site.write(`${PORT}/0001.yaml`, comment({ date: 'hier', text: 'Sans date.' }));
    assert.equal((await site.build()).ok, false);
    for (const rendered of [1, 0]) {
      const kept = await site.build({ keepGoing: true });
      assert.ok(kept.ok);
      assert.equal(kept.report.pages.rendered, rendered);
      assert.deepEqual(
        kept.problems.map(({ rule }) => rule),
        ['bad-date'],
        'the problem is named at every build',
      );
    }
    assert.deepEqual(textsOfPort(site), ['Le second avis.']);
    const clean = await site.cleanBuild({ keepGoing: true });
    assertSameTree(site.tree(), clean.tree, 'the incremental and the clean tree');
    site.write(`${PORT}/0001.yaml`, comment({ name: 'Jeanne', text: 'Le premier avis.' }));
    assert.equal((await site.built()).pages.rendered, 1);
  });
});

describe('a thread', () => {
  it('begins with the oldest; at the same instant, with the first name', () => {
    using site = portal();
    site.write(`${PORT}/0000.json`, comment({ date: '2014-05-20T14:30', text: 'Zéro' }));
    site.write(`${PORT}/9.yml`, comment({ date: '2014-05-20T06:00+00:00', text: 'Neuf' }));
    site.write(`${PORT}/.brouillon.yaml`, 'rien');
    site.write(`${PORT}/0001.yaml~`, 'rien');
    assert.deepEqual(textsOfPort(site), ['Le premier avis.', 'Neuf', 'Zéro', 'Le second avis.']);
  });

  it('keeps the words of readers: no typography, lines as they are', () => {
    using site = portal();
    site.write(
      `${PORT}/0001.yaml`,
      'date: 2014-05-20T14:00\ntext: |\n  "Oui" : c\'est <b>bien</b> !\n\n  Et *voilà*...\n',
    );
    assert.equal(textsOfPort(site)[0], '"Oui" : c\'est <b>bien</b> !\n\nEt *voilà*...');
  });

  it('that did not change is not read again', async () => {
    using site = portal();
    const contentDir = join(site.dir, 'content');
    const source = workingTree(contentDir);
    const settings = { source, timeZone: 'Asia/Shanghai' };
    // The kernel's clock may tick this seldom; an hour on, no file is so fresh that its stamp is empty.
    await sleep(11);
    const realNow = Date.now;
    mock.method(Date, 'now', () => realNow() + 3_600_000);
    const found = walkContent(source);
    assert.deepEqual(walkContent(source), found);
    mock.restoreAll();

    const read = () => {
      const memory = openMemory(join(site.dir, '.cache'), {
        content: 'a version',
        media: 'a version',
        files: 'a version',
      });
      const { threads, problems } = readThreads(
        found,
        () => true,
        settings,
        memory,
        contentIds(source, memory.stamps),
      );
      const { comments, hash } = threads.get('articles/2014/05/port.md')!;
      const known = { size: memory.threads.size, comments, hash, problems };
      memory.commit();
      memory.close();
      return known;
    };
    const first = read();
    rmSync(join(contentDir, 'comments'), { recursive: true });
    assert.deepEqual(read(), first);
    assert.deepEqual([first.size, first.comments.length, first.problems], [1, 2, []]);
  });

  it('is found the same by a walk in another thread', async () => {
    using site = portal();
    site.write('content/comments/2014/05/gare/a.yml', comment({ text: 'Bien.' }));
    const contentDir = join(site.dir, 'content');
    const names = ({ files, comments, problems }: FoundFiles) => ({
      files,
      comments: comments.map(({ folder, names }) => ({ folder, names })),
      problems,
    });
    const inThread = () =>
      walkInThread({ contentDir, outputDir: join(site.dir, '_site'), cacheDir: join(site.dir, '.cache') })
        .walking;
    assert.deepEqual(names((await inThread())!), names(walkContent(workingTree(contentDir))));
    site.remove('content/comments');
    assert.deepEqual((await inThread())!.comments, []);
  });

  it('need not be: a site without comments has none', async () => {
    using site = portal();
    site.remove('content/comments');
    assert.deepEqual(walkContent(workingTree(join(site.dir, 'content'))).comments, []);
    assert.deepEqual(textsOfPort(site), []);
    assert.deepEqual((await site.build()).problems, []);
  });
});
