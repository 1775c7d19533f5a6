// A site that is published without being built first: readers find what a clean build makes, and only what changed is sent.
import assert from 'node:assert/strict';
import { cpSync, readdirSync, readFileSync, realpathSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import fc from 'fast-check';
import { outputPath } from '../src/address/addresses.ts';
import { workingTree } from '../src/content/working-tree.ts';
import { ForeignOutput } from '../src/engine/output/output.ts';
import { CONTENTS_URL } from '../src/engine/output/site-list.ts';
import { readPublic, StatePublic } from '../src/engine/state/check-hidden.ts';
import { LockLost } from '../src/engine/state/held-lock.ts';
import { StoreError } from '../src/store/object-store.ts';
import { openStore } from '../src/store/open-store.ts';
import { WrongTarget } from '../src/store/read-target.ts';
import { DAY } from '../src/time/durations.ts';
import { freePort } from './free-port.ts';
import { article, miniSite } from './mini-site.ts';
import { cutAfter, cutBefore } from './publication/cut-connection.ts';
import {
  newPublishedSite,
  type PublishChanges,
  type PublishedSite,
  publishedSite,
} from './publication/published-site.ts';
import { readMeanwhile } from './publication/read-meanwhile.ts';
import { howMany } from './soak/how-many.ts';
import { assertSameTree } from './tree.ts';

const PORT = 'content/articles/port.md';
const PORT_URL = '/chine/2014/05/20/port.html';
const GARE = 'content/articles/gare.md';

function portal(files: Readonly<Record<string, string>> = {}): PublishedSite {
  return newPublishedSite({
    [PORT]: article({ topics: ['commerce'] }, 'Le port est **ouvert**.'),
    [GARE]: article({ title: 'La gare', section: 'monde', date: '2014-05-19T10:00' }),
    'content/articles/stade.md': article({ title: 'Le stade', section: 'sport', date: '2014-04-18T10:00' }),
    ...files,
  });
}

async function publishedPortal(files: Readonly<Record<string, string>> = {}): Promise<PublishedSite> {
  const online = portal(files);
  await online.sent();
  return online;
}

/** An archive that one article does not touch: some months of it, of which the newest is not the last. */
function archive(): Readonly<Record<string, string>> {
  const files: Record<string, string> = {};
  for (let n = 0; n < 15; n++) {
    const date = `201${n % 3}-0${1 + (n % 6)}-1${n % 10}T10:00`;
    files[`content/articles/${n}.md`] = article({ title: `Article ${n}`, date, section: 'monde' });
  }
  return files;
}

describe('what is published', () => {
  it('is what a clean build makes', async () => {
    using site = portal().site;
    const online = publishedSite(site);
    const { put, published } = await online.sent();
    await online.assertClean();
    assert.deepEqual(put, [...online.tree().keys()].map(urlOfPath).sort());
    assert.deepEqual(published.overwritten, []);
  });

  it('is what a clean build makes in a folder of its host', async () => {
    const online = portal();
    using site = online.site;
    site.edit('_data/site.yaml', text => text.replace('portail.example', 'portail.example/journal'));
    await online.sent();
    await online.assertClean();
    online.changeMachine();
    site.write('content/articles/neuf.md', article({ title: 'Neuf' }));
    await online.sent();
    await online.assertClean();
  });

  it('holds nothing of drafts, nor of what appears later', async () => {
    const online = await publishedPortal({
      'content/articles/brouillon.md': article({ title: 'Un secret bien gardé', draft: true }),
      'content/articles/demain.md': article({ title: 'Un secret de demain', publish: '2014-05-21T06:00' }),
    });
    using _ = online.site;
    for (const [path, bytes] of online.tree())
      assert.ok(!bytes.includes('secret'), `${path} tells of the draft`);
  });

  it('sends old addresses on by pages of their own, and removes these with them', async () => {
    const online = await publishedPortal({
      'content/articles/quai.md': article({ title: 'Le quai', aliases: ['/chine/2014/05/20/ancien.html'] }),
    });
    using site = online.site;
    assert.match(online.page('/chine/2014/05/20/ancien.html'), /quai\.html/);
    site.edit('content/articles/quai.md', text => text.replace(/aliases: .*\n/, ''));
    const { removed } = await online.sent();
    assert.deepEqual(removed, ['/chine/2014/05/20/ancien.html']);
    await online.assertClean();
  });

  it('may have a page in a folder where a file was, and the reverse', async () => {
    const online = await publishedPortal({ 'content/articles/quai.md': article({ aliases: ['/guide'] }) });
    using site = online.site;
    assert.ok(online.has('/guide'));
    site.edit('content/articles/quai.md', text => text.replace('/guide', '/guide/ancien.html'));
    await online.sent();
    await online.assertClean();
    site.edit('content/articles/quai.md', text => text.replace('/guide/ancien.html', '/guide'));
    await online.sent();
    await online.assertClean();
  });
});

function urlOfPath(path: string): string {
  return `/${path.replace(/(^|\/)index\.html$/, '$1')}`;
}

describe('of what changed', () => {
  it('nothing is sent when nothing did, not even to the state', async () => {
    const online = await publishedPortal();
    using _ = online.site;
    for (const change of [() => {}, online.changeMachine]) {
      change();
      const before = online.everything();
      const { put, removed, published } = await online.sent();
      assert.deepEqual([put, removed], [[], []]);
      assertSameTree(withoutLock(online.everything()), withoutLock(before));
      assert.ok(published.traffic.put <= 3, `${published.traffic.put} objects were put`);
    }
  });

  it('a bare machine sends the same as one that published before, and reads a part of what is known', async () => {
    const [bare, warm] = [portal(archive()), portal(archive())];
    using _bare = bare.site;
    using _warm = warm.site;
    const put: (readonly string[])[] = [];
    for (const online of [bare, warm]) {
      await online.sent();
      online.site.write('content/articles/neuf.md', article({ title: 'Neuf' }));
      if (online === bare) online.changeMachine();
      const { put: sent, published } = await online.sent();
      put.push(sent);
      await online.assertClean();
      const { traffic } = published;
      assert.ok(traffic.put < sent.length + 25, `${traffic.put} objects for ${sent.length} files`);
      const known = [...online.everything().values()].reduce((sum, bytes) => sum + bytes.length, 0);
      assert.ok(traffic.bytesRead < known / 10, `${traffic.bytesRead} of ${known} bytes`);
    }
    assert.deepEqual(put[0], put[1]);
    assert.ok(put[0]!.includes('/chine/2014/05/20/neuf.html'));
    assert.ok(!put[0]!.some(url => /\/201[0-3]\//.test(url)), `${put[0]}`);
  });

  it('a deleted article is gone at once, from a bare machine too', async () => {
    const online = await publishedPortal();
    using site = online.site;
    site.remove(GARE);
    online.changeMachine();
    const { removed } = await online.sent();
    assert.ok(removed.includes('/monde/2014/05/19/gare.html'));
    await online.assertClean();
  });

  it('going back to what was published before costs what differs, from a bare machine too', async () => {
    const online = portal();
    using site = online.site;
    await online.sent();
    const before = online.tree();
    const text = site.read(PORT);
    site.edit(PORT, old => old.replace(/title: .*/, 'title: Tout autre chose'));
    const differs = await online.sent();
    site.write(PORT, text);
    online.changeMachine();
    const back = await online.sent();
    // Both have a card for social networks, under names of their own.
    const pages = ({ put }: typeof back) => put.filter(url => !url.startsWith('/images/'));
    assert.deepEqual(pages(back), pages(differs));
    assertSameTree(online.tree(), before);
  });

  it('a style sheet that no page names stays for its time, whichever machine publishes', async () => {
    const online = portal();
    using site = online.site;
    site.edit('_data/site.yaml', text => text.replace('graceDays: 0', 'graceDays: 7'));
    await online.sent();
    const sheets = (): number =>
      [...online.tree().keys()].filter(path => /^assets\/quotidien\..*\.css$/.test(path)).length;
    site.editTheme('styles/footer.css', css => css.replace('.footer {', '.footer {\n    opacity: 0.99;'));
    await online.sent();
    assert.equal(sheets(), 2);
    online.changeMachine();
    await online.sent({ wallClock: Date.now() + 6 * DAY });
    assert.equal(sheets(), 2);
    online.changeMachine();
    await online.sent({ wallClock: Date.now() + 8 * DAY });
    assert.equal(sheets(), 1);
    await online.assertClean();
  });
});

/** A publication says that it lives, whatever it changes. */
function withoutLock(tree: ReadonlyMap<string, Buffer>): ReadonlyMap<string, Buffer> {
  return new Map([...tree].filter(([name]) => !name.endsWith('/lock')));
}

describe('a publication that would take articles from readers', () => {
  it('names itself where it says how to go on', async () => {
    const online = await publishedPortal(archive());
    using site = online.site;
    for (let n = 0; n < 12; n++) site.remove(`content/articles/${n}.md`);
    const stopped = await online.publish();
    assert.ok(stopped.kind === 'published' && !stopped.outcome.ok);
    assert.match(
      stopped.outcome.problems[0]!.message,
      /«\snpm run publish\s» avec l’option «\s--allow-removals\s»/,
    );
    for (let n = 1; n < 12; n++)
      site.write(`content/articles/${n}.md`, archive()[`content/articles/${n}.md`]!);
    const { published } = await online.sent();
    const [warning] = published.outcome.ok ? published.outcome.warnings : assert.fail();
    assert.match(warning!.message, /lancez une fois «\snpm run publish -- --allow-removals\s»/);
  });
});

describe('a state', () => {
  it('is that of one site: another target is refused, and nothing of it is touched', async () => {
    const online = await publishedPortal();
    using site = online.site;
    const before = withoutLock(online.everything());
    const other = publishedSite(site, 'elsewhere', online.state);
    for (const asked of [{}, { isRehearsal: true }, { preview: 'essai' }, { verify: true }])
      assert.deepEqual(await other.publish(asked), {
        kind: 'state of another',
        target: `file:${realpathSync(join(site.dir, online.target))}`,
      });
    assertSameTree(withoutLock(online.everything()), before);
    assert.deepEqual([...other.tree().keys()], []);
    // What was published before is known as before.
    assert.deepEqual((await online.sent()).put, []);
  });

  it('follows a site to another place, by itself with its files, else when it is told to', async () => {
    const online = await publishedPortal();
    using site = online.site;
    cpSync(join(site.dir, online.target), join(site.dir, 'copied'), { recursive: true });
    const copied = publishedSite(site, 'copied', online.state);
    assert.deepEqual((await copied.sent()).put, []);
    site.write('content/articles/neuf.md', article({ title: 'Neuf' }));
    await copied.sent();
    await copied.assertClean();
    // The first place has another site now than the state knows.
    assert.equal((await online.publish()).kind, 'state of another');
    const empty = publishedSite(site, 'empty', online.state);
    await empty.sent({ forceState: true });
    await empty.assertClean();
    assert.deepEqual((await empty.sent()).put, []);
  });

  it('has no site within it, nor is one itself', async () => {
    const online = await publishedPortal();
    using site = online.site;
    const before = online.everything();
    for (const within of [online.state, `${online.state}/a/site`]) {
      const inner = publishedSite(site, within, 'inner.state');
      const { kind, ...said } = await inner.publish();
      assert.equal(kind, 'within a state');
      assert.deepEqual(said, { state: `file:${realpathSync(join(site.dir, online.state))}` });
    }
    assertSameTree(online.everything(), before);
  });
});

describe('a publication of faulty content', () => {
  it('stops before anything is sent', async () => {
    const online = await publishedPortal();
    using site = online.site;
    const before = online.everything();
    site.edit(PORT, text => text.replace('2014-05-20', '2014-05-35'));
    const published = await online.publish();
    assert.equal(published.kind, 'published');
    assert.equal(published.kind === 'published' && published.outcome.ok, false);
    assertSameTree(withoutLock(online.everything()), withoutLock(before));
    site.edit(PORT, text => text.replace('2014-05-35', '2014-05-20'));
    assert.deepEqual((await online.sent()).put, []);
  });

  it('goes on without the faults if asked, and an article that readers have stays, from a bare machine too', async () => {
    const online = await publishedPortal();
    using site = online.site;
    site.edit(PORT, text => text.replace('2014-05-20', '2014-05-35').replace('ouvert', 'fermé'));
    site.edit('_data/site.yaml', text => text.replace('Le Petit Portail', 'Le Grand Portail'));
    online.changeMachine();
    await online.sent({ keepGoing: true });
    assert.match(online.page(PORT_URL), /Le port est <strong>ouvert/);
    assert.match(online.page(PORT_URL), /Le Grand Portail/);
    assert.match(online.page('/chine/'), /port\.html/);
    online.changeMachine();
    site.write('content/articles/neuf.md', article({ title: 'Neuf' }));
    await online.sent({ keepGoing: true });
    assert.match(online.page(PORT_URL), /Le port est <strong>ouvert/);
    site.edit(PORT, text => text.replace('2014-05-35', '2014-05-20'));
    await online.sent();
    assert.match(online.page(PORT_URL), /fermé/);
    await online.assertClean();
  });
});

describe('a rehearsal', () => {
  const rehearsed = async (online: PublishedSite, changes = {}): Promise<void> => {
    const before = online.everything();
    const { put, removed, published } = await online.sent({ isRehearsal: true, ...changes });
    assertSameTree(online.everything(), before, 'before and after a rehearsal');
    assert.equal(published.traffic.put + published.traffic.removed, 0);
    const real = await online.sent(changes);
    assert.deepEqual({ put, removed }, { put: real.put, removed: real.removed });
    await online.assertClean();
  };

  it('lists what the first publication sends', async () => {
    const online = portal();
    using _ = online.site;
    await rehearsed(online);
  });

  it('lists what an edit sends and removes, with a memory and without', async () => {
    const online = await publishedPortal();
    using site = online.site;
    for (const [title, change] of [
      ['Neuf', () => {}],
      ['Autre', online.changeMachine],
    ] as const) {
      site.write(`content/articles/${title}.md`.toLowerCase(), article({ title }));
      site.edit(GARE, text => text.replace('La gare', `La gare, ${title}`));
      change();
      await rehearsed(online);
    }
    site.remove(GARE);
    await rehearsed(online);
  });

  it('lists what a comparison repairs', async () => {
    const online = await publishedPortal();
    using _ = online.site;
    online.meddle('chine/index.html', 'Autre chose.');
    rmSync(join(online.site.dir, online.target, 'flux.xml'));
    await rehearsed(online, { verify: true });
  });

  it('lists what is sent when the state is lost', async () => {
    const online = await publishedPortal();
    using site = online.site;
    site.remove(online.state);
    site.edit(GARE, text => text.replace('La gare', 'La halte'));
    online.meddle('flux.xml', 'Autre chose.');
    await rehearsed(online, { forceState: true });
  });
});

describe('a site that somebody else changed', () => {
  it('is found out and repaired where one asks for it; what is not ours stays', async () => {
    const online = await publishedPortal();
    using _ = online.site;
    online.meddle('chine/index.html', 'Autre chose.');
    online.meddle('CNAME', 'portail.example');
    rmSync(join(online.site.dir, online.target, 'flux.xml'));
    assert.deepEqual((await online.sent()).put, []);
    online.changeMachine();
    const { put, removed, published } = await online.sent({ verify: true });
    assert.deepEqual([put, removed], [['/chine/', '/flux.xml'], []]);
    assert.deepEqual([...published.overwritten].sort(), ['/chine/', '/flux.xml']);
    assert.deepEqual(published.outcome.ok && published.outcome.report.foreign, ['CNAME']);
    assert.ok(online.has('/CNAME'));
    rmSync(join(online.site.dir, online.target, 'CNAME'));
    await online.assertClean();
    assert.deepEqual((await online.sent({ verify: true })).put, []);
  });

  it('has previews that are no strangers to it', async () => {
    const online = await publishedPortal();
    using site = online.site;
    site.write('content/articles/neuf.md', article({ title: 'Neuf', draft: true }));
    await online.sent({ preview: 'essai' });
    const { published } = await online.sent({ verify: true });
    assert.deepEqual(published.outcome.ok && published.outcome.report.foreign, []);
    assert.ok(online.has('/apercus/essai/'));
  });

  it('is told of where a page that changes is not what was put last', async () => {
    const online = await publishedPortal();
    using site = online.site;
    online.meddle('chine/2014/05/20/port.html', 'Autre chose.');
    site.edit(PORT, text => text.replace('ouvert', 'fermé'));
    const { published } = await online.sent();
    assert.deepEqual(published.overwritten, [PORT_URL]);
    await online.assertClean();
  });

  it('has what stands at the address of a new page replaced, and is told of it', async () => {
    const online = await publishedPortal();
    using site = online.site;
    online.meddle('chine/2014/05/20/neuf.html', 'Autre chose.');
    site.write('content/articles/neuf.md', article({ title: 'Neuf' }));
    const { published } = await online.sent();
    assert.deepEqual(published.overwritten, ['/chine/2014/05/20/neuf.html']);
    await online.assertClean();
  });

  it('by an older copy of it is compared as a whole', async () => {
    const online = await publishedPortal();
    using site = online.site;
    const { cpSync } = await import('node:fs');
    const copy = join(site.dir, 'copy');
    cpSync(join(site.dir, online.target), copy, { recursive: true });
    site.write('content/articles/neuf.md', article({ title: 'Neuf' }));
    site.remove(GARE);
    await online.sent();
    rmSync(join(site.dir, online.target), { recursive: true });
    cpSync(copy, join(site.dir, online.target), { recursive: true });
    online.changeMachine();
    await online.sent();
    await online.assertClean();
  });
});

describe('a state that is lost', () => {
  it('is said, and nothing is touched', async () => {
    const online = await publishedPortal();
    using site = online.site;
    site.remove(online.state);
    const before = online.tree();
    site.edit(GARE, text => text.replace('La gare', 'La halte'));
    assert.equal((await online.publish()).kind, 'state lost');
    assertSameTree(online.tree(), before);
  });

  it('is made again if asked, and nothing is sent that is the same', async () => {
    const online = await publishedPortal();
    using site = online.site;
    site.remove(online.state);
    online.changeMachine();
    assert.deepEqual((await online.sent({ forceState: true })).put, []);
    await online.assertClean();
    site.remove(online.state);
    site.edit(GARE, text => text.replace('La gare', 'La halte'));
    online.meddle('flux.xml', 'Autre chose.');
    site.remove(PORT);
    const { put, removed } = await online.sent({ forceState: true });
    assert.ok(put.includes('/flux.xml') && put.includes('/monde/2014/05/19/gare.html'), `${put}`);
    assert.ok(!put.includes('/archives/2014/04/18/'), `${put}`);
    assert.ok(removed.includes(PORT_URL));
    await online.assertClean();
    assert.deepEqual((await online.sent()).put, []);
  });

  it('is lost too when its root is damaged', async () => {
    const online = await publishedPortal();
    using site = online.site;
    for (const damage of ['', 'x', '\u0000\u0000']) {
      site.write(`${online.state}/root`, damage);
      assert.equal((await online.publish()).kind, 'state lost');
    }
    assert.deepEqual((await online.sent({ forceState: true })).put, []);
    assert.deepEqual((await online.sent()).put, []);
  });

  it('is not lost when it was written by another version: the site is compared', async () => {
    const online = await publishedPortal();
    using site = online.site;
    const { packText } = await import('../src/engine/state/state-root.ts');
    site.write(`${online.state}/root`, packText(JSON.stringify({ version: 1, memory: 1, tables: {} })));
    online.changeMachine();
    site.edit(GARE, text => text.replace('La gare', 'La halte'));
    const { put } = await online.sent();
    assert.ok(put.includes('/monde/2014/05/19/gare.html'));
    assert.ok(!put.includes('/sport/2014/04/18/stade.html'), `${put}`);
    await online.assertClean();
  });

  it('is made again by itself when some of it is damaged or missing', async () => {
    for (const damage of ['damaged', 'missing'] as const) {
      const online = await publishedPortal(archive());
      using site = online.site;
      for (const name of readdirSync(join(site.dir, online.state, 'packs'))) {
        const path = join(site.dir, online.state, 'packs', name);
        if (damage === 'missing') rmSync(path);
        else writeFileSync(path, 'x');
      }
      online.changeMachine();
      assert.deepEqual((await online.sent()).put, []);
      online.changeMachine();
      site.edit(GARE, text => text.replace('La gare', 'La halte'));
      assert.ok((await online.sent()).put.length < 36);
      await online.assertClean();
    }
  });
});

describe('a place', () => {
  it('that holds something else than a site of ours is refused, untouched', async () => {
    const online = portal();
    using site = online.site;
    site.write(`${online.target}/notes.txt`, 'à quelqu’un d’autre');
    await assert.rejects(online.publish(), ForeignOutput);
    assert.deepEqual([...online.tree().keys()], ['notes.txt']);
    await assert.rejects(online.publish({ isRehearsal: true }), ForeignOutput);
    await assert.rejects(online.publish({ forceState: true }), ForeignOutput);
  });

  it('is filled anew when it was emptied', async () => {
    const online = await publishedPortal();
    using site = online.site;
    site.remove(online.target);
    await online.sent();
    await online.assertClean();
    site.remove(online.target);
    online.changeMachine();
    await online.sent();
    await online.assertClean();
  });

  it('is one of two that are published with one cache', async () => {
    const one = portal();
    using site = one.site;
    const other = publishedSite(site, 'other');
    await one.sent();
    await other.sent();
    site.write('content/articles/neuf.md', article({ title: 'Neuf' }));
    const first = await one.sent();
    const second = await other.sent();
    assert.deepEqual(first.put, second.put);
    await one.assertClean();
    await other.assertClean();
  });
});

describe('a publication that is asked to forget what is known', () => {
  it('sends nothing that is the same, and mends what differs', async () => {
    const online = await publishedPortal();
    using _ = online.site;
    online.meddle('flux.xml', 'Autre chose.');
    assert.deepEqual((await online.sent({ full: true })).put, ['/flux.xml']);
    await online.assertClean();
    assert.deepEqual((await online.sent()).put, []);
  });
});

describe('the cache', () => {
  it('keeps nothing that waited to be sent', async () => {
    const online = await publishedPortal();
    using site = online.site;
    for (const changes of [{}, { isRehearsal: true }, { verify: true }]) {
      site.edit(GARE, text => text.replace('La gare', 'La gare !'));
      await online.sent(changes);
      const folder = join(site.dir, '.cache/publications');
      for (const name of readdirSync(folder))
        assert.ok(!readdirSync(join(folder, name)).includes('waiting'), JSON.stringify(changes));
    }
  });
});

describe('two places with one state, where that is asked for', () => {
  it('are told apart by what stands there', async () => {
    using site = miniSite({ [PORT]: article(), [GARE]: article({ title: 'La gare' }) });
    const one = publishedSite(site, 'one', 'state');
    const other = publishedSite(site, 'other', 'state');
    await one.sent();
    site.edit(PORT, text => text.replace('Le texte', 'Un texte'));
    site.remove(GARE);
    await other.sent({ forceState: true });
    await one.sent({ forceState: true });
    await one.assertClean();
    await other.assertClean();
  });
});

describe('a state that anybody can read', () => {
  /** A server that shows a folder as it is. */
  const served = async (folder: string): Promise<{ readonly server: Server; readonly port: number }> => {
    const server = createServer((request, response) => {
      const path = join(folder, new URL(request.url!, 'http://localhost').pathname);
      const isThere = statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
      response.writeHead(isThere ? 200 : 404).end(isThere ? readFileSync(path) : 'Rien ici.');
    });
    const port = await freePort();
    await new Promise<void>(resolve => server.listen(port, '127.0.0.1', resolve));
    after(() => server.close());
    return { server, port };
  };

  it('stops a publication before anything is sent, and no other', async () => {
    const online = portal();
    using site = online.site;
    const { server, port } = await served(site.dir);
    site.edit('_data/site.yaml', text =>
      text.replace('https://portail.example', `http://127.0.0.1:${port}/${online.target}`),
    );
    const isPublic = (error: unknown): boolean =>
      error instanceof StatePublic && error.address === `http://127.0.0.1:${port}/${online.state}/lock`;
    await assert.rejects(online.publish({ readPublic }), isPublic);
    assert.deepEqual([...online.tree().keys()], []);
    const elsewhere = publishedSite(site, online.target, 'elsewhere');
    server.removeAllListeners('request');
    server.on('request', (_, response) => response.writeHead(200).end('Une page pour tout.'));
    await elsewhere.sent({ readPublic });
    await elsewhere.assertClean();
  });

  it('is looked for once a day, wherever the site is published from', async () => {
    const online = portal();
    using site = online.site;
    site.edit('_data/site.yaml', text => text.replace('portail.example', 'portail.fr'));
    let looks = 0;
    const look = async (): Promise<null> => {
      looks++;
      return null;
    };
    const wallClock = Date.now();
    for (const [n, hours] of [0, 1, 25].entries()) {
      site.write(`content/articles/neuf-${n}.md`, article({ title: 'Neuf' }));
      online.changeMachine();
      await online.sent({ readPublic: look, wallClock: wallClock + (hours * DAY) / 24 });
    }
    assert.equal(looks, 2);
  });
});

describe('what a publication put that was cut off', () => {
  for (const [name, changes, next] of [
    ['few pages', {}, {}],
    ['few pages, before the site is compared', {}, { verify: true }],
    ['so many that only « all » was written down', { full: true }, {}],
    ['and whose edition nobody publishes, from the first one on', null, {}],
  ] as const)
    it(`is gone when its article is: ${name}`, async () => {
      const online = changes === null ? portal() : await publishedPortal();
      using site = online.site;
      site.write('content/articles/neuf.md', article({ title: 'Neuf', date: '2013-02-03T10:00' }));
      await assert.rejects(
        online.publish({ ...changes, lease: 50, open: cutBefore('index.html') }),
        StoreError,
      );
      assert.ok(online.has('/chine/2013/02/03/neuf.html'));
      site.remove('content/articles/neuf.md');
      online.changeMachine();
      await online.sent({ lease: 50, onWait: () => {}, ...next });
      await online.assertClean();
    });
});

describe('what a site says of itself', () => {
  it('stays, when a publication was cut off right after it had said so, and nobody remembers', async () => {
    const online = portal();
    using _site = online.site;
    for (const open of [cutBefore('index.html'), cutAfter(outputPath(CONTENTS_URL))])
      await assert.rejects(online.publish({ lease: 50, onWait: () => {}, open }), StoreError);
    online.changeMachine();
    await online.sent({ lease: 50, onWait: () => {} });
    await online.assertClean();
  });
});

describe('of two that publish at once', () => {
  it('one waits for the other, and finds nothing left to do', async () => {
    const online = portal();
    using site = online.site;
    const waitedFor: string[] = [];
    const publish = (cache: string) =>
      online.sent({
        cacheDir: join(site.dir, cache),
        lease: 20_000,
        onWait: owner => waitedFor.push(owner),
      });
    const sent = await Promise.all([publish('cache-1'), publish('cache-2')]);
    assert.equal(waitedFor.length, 1);
    assert.deepEqual(sent.map(({ put }) => put.length > 0).sort(), [false, true]);
    await online.assertClean();
  });

  it('one that was taken for dead, and comes back, changes nothing of what the other published', async () => {
    const online = await publishedPortal();
    using site = online.site;
    const sleeper = fallsAsleep();
    site.edit(PORT, text => text.replace('ouvert', 'fermé'));
    const overtaken = online.publish({ cacheDir: join(site.dir, 'other'), lease: 100, open: sleeper.open });
    await sleeper.isAsleep;
    site.edit(PORT, text => text.replace('fermé', 'détruit'));
    site.edit(GARE, text => text.replace('La gare', 'La halte'));
    await online.sent({ lease: 100, onWait: () => {} });
    await online.assertClean();
    const before = online.everything();
    sleeper.wake();
    await assert.rejects(overtaken, LockLost);
    assertSameTree(online.everything(), before);
    await online.assertClean();
  });
});

/** A publisher that stops when it is about to change a page: it says nothing more, and goes on later. */
function fallsAsleep() {
  let wake = (): void => {};
  let sleepsNow = (): void => {};
  let isAsleep = false;
  const woken = new Promise<void>(resolve => {
    wake = resolve;
  });
  const asleep = new Promise<void>(resolve => {
    sleepsNow = resolve;
  });
  const open: typeof openStore = async target => {
    const store = await openStore(target);
    if (store instanceof WrongTarget) return store;
    return {
      ...store,
      async put(key, bytes, headers, condition) {
        if (condition && 'ifTag' in condition && key.endsWith('.html')) {
          isAsleep = true;
          sleepsNow();
        }
        if (isAsleep) await woken;
        return store.put(key, bytes, headers, condition);
      },
    };
  };
  return { open, isAsleep: asleep, wake };
}

describe('a reader who asks all the while', () => {
  it('never meets a half page, nor one that names what is not there', async () => {
    const online = portal(archive());
    using site = online.site;
    site.edit('_data/site.yaml', text => text.replace('graceDays: 0', 'graceDays: 7'));
    await online.sent();
    const reader = await readMeanwhile(join(site.dir, online.target));
    let rounds = 0;
    const republish = async (edit: number, isBare: boolean): Promise<void> => {
      const name = `content/articles/a-${edit % 7}.md`;
      const date = `2014-0${1 + (edit % 5)}-2${edit % 9}T10:00`;
      if (edit % 3 === 0 && site.holds(name)) site.remove(name);
      else site.write(name, article({ title: `Titre ${edit}`, date, section: ['chine', 'monde'][edit % 2] }));
      if (rounds++ % 3 === 2)
        site.editTheme('styles/footer.css', css => `${css}\n.footer { opacity: 0.${100 + edit}; }\n`);
      if (isBare) online.changeMachine();
      await online.sent();
    };
    const edits = [fc.nat(999), fc.boolean()] as const;
    await fc.assert(fc.asyncProperty(...edits, republish), howMany('publications under a reader'));
    const { pages, faults } = await reader.end();
    assert.deepEqual(faults, []);
    assert.ok(pages > rounds, `${pages} pages were read`);
  });
});

describe('a publication that is asked for only if it is due', () => {
  /** Content that has a name, as that of a commit. */
  const named = (online: PublishedSite) => ({
    source: { ...workingTree(join(online.site.dir, 'content')), id: 'a tree' },
    now: null,
  });

  it('goes by another instant where one is told, and by the real one afterwards', async () => {
    const online = portal();
    using _ = online.site;
    const kindOf = async (changes: PublishChanges = {}): Promise<string> =>
      (await online.publish({ ...named(online), ifDue: true, ...changes })).kind;
    assert.equal(await kindOf(), 'published');
    assert.equal(await kindOf(), 'nothing due');
    assert.equal(await kindOf({ now: '2030-01-01T00:00:00+08:00' }), 'published');
    assert.equal(await kindOf(), 'published');
    assert.equal(await kindOf(), 'nothing due');
  });

  it('is due where another site stands than the one that the state knows', async () => {
    const online = portal();
    using _ = online.site;
    await online.sent(named(online));
    online.meddle('.quotidien/site.json', '{}');
    assert.equal((await online.publish({ ...named(online), ifDue: true })).kind, 'published');
  });
});

describe('a place of publication', () => {
  it('that is somebody else’s is left as it is, and nothing is put beside it', async () => {
    const online = portal();
    using site = online.site;
    site.write('public/CNAME', 'exemple.fr');
    await assert.rejects(online.publish(), ForeignOutput);
    assert.deepEqual(
      [...online.everything().keys()].map(path => path.slice(site.dir.length)),
      ['/public/CNAME'],
    );
  });

  it('is ours to fill where nothing stands but a preview', async () => {
    const online = portal();
    using _ = online.site;
    await online.publish({ preview: 'essai' });
    assert.equal((await online.publish()).kind, 'published');
  });
});
