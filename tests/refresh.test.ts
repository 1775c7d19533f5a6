// What is published, brought up to date: snapshots and the hour change it, and nothing of the content that nobody has published.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, it } from 'node:test';
import { openContent } from '../src/content/open-content.ts';
import { publishSite } from '../src/engine/publish-site.ts';
import { type PublishedContent, publishedContent } from '../src/engine/published-content.ts';
import { publishWords } from '../src/locale/publish-words.ts';
import { SNAPSHOTS, type SnapshotPlace } from '../src/snapshots/snapshot-place.ts';
import { statePlace } from '../src/snapshots/state-place.ts';
import { openStore } from '../src/store/open-store.ts';
import { WrongTarget } from '../src/store/read-target.ts';
import { commitContent, git, servePartialClones } from './git-repository.ts';
import { article, miniSite } from './mini-site.ts';
import { cutAfter } from './publication/cut-connection.ts';
import { type PublishChanges, type PublishedSite, publishedSite } from './publication/published-site.ts';
import { snapshotText } from './publication/snapshot-texts.ts';
import { localCdn } from './purge/local-cdn.ts';
import { shareAssets, shareImages } from './shared-folders.ts';
import { assertSameTree } from './tree.ts';
import { openMeteoPlaces, openMeteoTold } from './weather/local-providers.ts';

const ROOT = join(import.meta.dirname, '..');
const CLOCK = 'clock: 2014-05-20T15:30:00+08:00\n';

interface Newsroom {
  readonly online: PublishedSite;
  readonly state: SnapshotPlace;
  /** What a publisher there is told, that reads the latest commit of `dir`. */
  latest(changes?: PublishChanges): PublishChanges;
  /** What `npm run refresh` would publish, from a clone. */
  content(dir?: string): Promise<PublishedContent>;
  /** What it sends. */
  refresh(dir?: string, changes?: PublishChanges): Promise<readonly string[] | 'nothing due' | 'superseded'>;
  [Symbol.dispose](): void;
}

/** Some articles of four months, of which three carry the furniture; committed, and published from the commit. */
async function newsroom(): Promise<Newsroom> {
  const archive = Array.from({ length: 16 }, (_, at) => [
    `content/articles/a${at}.md`,
    article({ title: `Article ${at}`, date: `2014-0${1 + (at % 4)}-${10 + (at % 18)}T10:00` }),
  ]);
  const polls = [
    { slug: 'transport', question: 'Oui ?', choices: ['oui', 'non'].map(slug => ({ slug, text: slug })) },
  ].map(poll => ({ ...poll, opens: '2014-05-01T00:00', closes: '2014-06-01T00:00' }));
  const site = miniSite({
    ...Object.fromEntries(archive),
    'content/articles/port.md': article(),
    '_data/polls.yaml': JSON.stringify(polls),
  });
  site.edit('_data/site.yaml', text => `${text}${CLOCK}`);
  git(site.dir, ['init', '--quiet', '--initial-branch=main']);
  servePartialClones(site.dir);
  commitContent(site.dir);
  const online = publishedSite(site);
  const store = await openStore(`file:${join(site.dir, online.state)}`);
  if (store instanceof WrongTarget) assert.fail(store.sentence);
  const state = statePlace(store);
  for (const name of SNAPSHOTS) await state.write(name, snapshotText(name, 10));
  const folders = { contentDir: join(site.dir, 'content'), cacheDir: join(site.dir, '.cache') };
  const latest = (changes: PublishChanges = {}): PublishChanges => ({
    now: null,
    source: openContent({ ...folders, commit: 'HEAD' }),
    ...changes,
  });
  const content = async (dir = site.dir): Promise<PublishedContent> => {
    const { cacheDir, dataDir, themeDir, stateTarget } = online.options();
    const contentDir = join(dir, 'content');
    const found = await publishedContent({ contentDir, cacheDir, dataDir, themeDir, stateTarget });
    return found instanceof WrongTarget ? assert.fail(found.sentence) : found;
  };
  await online.sent(latest());
  return {
    online,
    state,
    latest,
    content,
    async refresh(dir = site.dir, changes = {}) {
      const found = await content(dir);
      if (found.kind !== 'content') assert.fail(found.kind);
      const { source, follows } = found;
      const options = online.options({ now: null, source, follows, ifDue: true, ...changes });
      const published = await publishSite(options).finally(() => source.close());
      if (published.kind !== 'published')
        return published.kind === 'nothing due' || published.kind === 'superseded'
          ? published.kind
          : assert.fail(published.kind);
      assert.ok(published.outcome.ok, JSON.stringify(published.outcome.problems));
      return [...published.outcome.changes.put].sort();
    },
    [Symbol.dispose]: () => site[Symbol.dispose](),
  };
}

/** A clone of the latest commit alone, without a checkout. */
function shallowClone({ online }: Newsroom, name: string): string {
  const dir = join(online.site.dir, name);
  git(online.site.dir, [
    'clone',
    '--quiet',
    '--depth=1',
    '--filter=blob:none',
    '--no-checkout',
    `file://${online.site.dir}`,
    dir,
  ]);
  return dir;
}

function commitLater(dir: string): string {
  return commitContent(dir, 'Plus tard', { GIT_COMMITTER_DATE: '2014-05-20T16:00:00+08:00' });
}

describe('a refresh', () => {
  it('sends fronts, fragments and the newest articles, and nothing of the archive', async () => {
    using room = await newsroom();
    for (const name of SNAPSHOTS) {
      await room.state.write(name, snapshotText(name, 11));
      const sent = await room.refresh();
      assert.ok(Array.isArray(sent) && sent.length > 0 && sent.length < 40, `${name}: ${sent}`);
      const articles = sent.filter((url: string) => /\/\d\d\/[^/]*\.html$/.test(url));
      assert.ok(articles.length <= 3, `${name}: ${articles}`);
      await room.online.assertClean({ now: null, snapshots: room.state });
      assert.equal(await room.refresh(), 'nothing due');
    }
  });

  it('keeps to the commit that is published, whatever was committed since', async () => {
    using room = await newsroom();
    const { site } = room.online;
    site.write('content/articles/neuf.md', article({ title: 'Neuf' }));
    commitLater(site.dir);
    await room.state.write('weather', snapshotText('weather', 11));
    const sent = await room.refresh();
    assert.ok(sent.includes('/meteo/'), `${sent}`);
    assert.ok(!room.online.has('/chine/2014/05/20/neuf.html'));
    site.remove('content/articles/neuf.md');
    await room.online.assertClean({ now: null, snapshots: room.state });
  });

  it('publishes the whole of a later commit where the clone has no other', async () => {
    using room = await newsroom();
    const { site } = room.online;
    site.write('content/articles/neuf.md', article({ title: 'Neuf' }));
    const later = commitLater(site.dir);
    const clone = shallowClone(room, 'clone');
    const found = await room.content(clone);
    assert.equal(found.kind === 'content' && found.whyWhole, 'later commit');
    const objects = git(clone, ['rev-list', '--all', '--count']);
    assert.equal(objects, '1', 'the published commit was fetched');
    assert.ok((await room.refresh(clone)).includes('/chine/2014/05/20/neuf.html'));
    await room.online.assertClean({ now: null, snapshots: room.state });
    assert.equal(found.kind === 'content' && found.source.commit, later);
    // Now it is the one that is published.
    assert.equal(await room.refresh(clone), 'nothing due');
  });

  it('never publishes an older commit over a later one', async () => {
    using room = await newsroom();
    const { site } = room.online;
    const old = shallowClone(room, 'old');
    site.write('content/articles/neuf.md', article({ title: 'Neuf' }));
    commitLater(site.dir);
    await room.online.sent(room.latest());
    await room.state.write('weather', snapshotText('weather', 11));
    assert.deepEqual(await room.content(old), { kind: 'older' });
    // And where both are in the clone, that which is published counts.
    assert.ok((await room.refresh()).includes('/meteo/'));
    assert.ok(room.online.has('/chine/2014/05/20/neuf.html'));
  });

  it('publishes the latest commit where settings or the theme changed, unless it is an older one', async () => {
    using room = await newsroom();
    const { site } = room.online;
    site.edit('_data/site.yaml', text => text.replace('Le Petit Portail', 'Le Grand Portail'));
    const found = await room.content();
    assert.equal(found.kind === 'content' && found.whyWhole, 'other project');
    assert.ok((await room.refresh()).length > 30);
    await room.online.assertClean({ now: null, snapshots: room.state });
    site.write('content/articles/neuf.md', article({ title: 'Neuf' }));
    commitLater(site.dir);
    await room.online.sent(room.latest());
    git(site.dir, ['checkout', '--quiet', '--detach', 'HEAD~1']);
    site.edit('_data/site.yaml', text => text.replace('Le Grand Portail', 'Le Petit Portail'));
    assert.deepEqual(await room.content(), { kind: 'older' });
  });

  it('gives way to whoever published another commit in the meantime', async () => {
    using room = await newsroom();
    const { site } = room.online;
    await room.state.write('weather', snapshotText('weather', 11));
    const before = await room.content();
    assert.ok(before.kind === 'content');
    site.write('content/articles/neuf.md', article({ title: 'Neuf' }));
    commitLater(site.dir);
    await room.online.sent(room.latest());
    const online = room.online.everything();
    const { source, follows } = before;
    const late = await room.online.publish({ now: null, source, follows, ifDue: true });
    assert.equal(late.kind, 'superseded');
    assertSameTree(
      new Map([...room.online.everything()].filter(([name]) => !name.endsWith('/lock'))),
      new Map([...online].filter(([name]) => !name.endsWith('/lock'))),
    );
    assert.equal(await room.refresh(), 'nothing due');
  });

  it('that is cut off is completed by the next', async () => {
    using room = await newsroom();
    await room.state.write('weather', snapshotText('weather', 11));
    for (const key of ['meteo/index.html', 'index.html'])
      await assert.rejects(room.refresh(undefined, { open: cutAfter(key), lease: 100, onWait: () => {} }));
    room.online.changeMachine();
    await room.refresh(undefined, { lease: 100, onWait: () => {} });
    await room.online.assertClean({ now: null, snapshots: room.state });
  });

  it('twice at once is as once', async () => {
    using room = await newsroom();
    await room.state.write('weather', snapshotText('weather', 11));
    const elsewhere = { cacheDir: join(room.online.site.dir, 'other-cache'), onWait: () => {} };
    await shareAssets(elsewhere.cacheDir);
    await shareImages(elsewhere.cacheDir);
    await Promise.all([room.refresh(undefined, { onWait: () => {} }), room.refresh(undefined, elsewhere)]);
    await room.online.assertClean({ now: null, snapshots: room.state });
  });

  it('shows what `_data` says when snapshots are lost, and nothing where that says nothing', async () => {
    using room = await newsroom();
    room.online.site.remove('public.state/snapshots');
    await room.refresh();
    await room.online.assertClean({ now: null });
    assert.doesNotMatch(room.online.page('/'), /\b10℃/);
  });
});

describe('npm run refresh', () => {
  async function run(
    online: PublishedSite,
    words: readonly string[],
    dir = online.site.dir,
    more: NodeJS.ProcessEnv = {},
  ) {
    const { site } = online;
    await shareAssets(join(site.dir, '.cache'));
    await shareImages(join(site.dir, '.cache'));
    const folders = [
      ...['--content', join(dir, 'content'), '--data', join(site.dir, '_data')],
      ...['--cache', join(site.dir, '.cache')],
    ];
    const env = { ...process.env, ...more };
    const child = spawn(process.execPath, ['src/cli/refresh.ts', ...folders, ...words], { cwd: ROOT, env });
    const [out, error, [status]] = await Promise.all([
      text(child.stdout),
      text(child.stderr),
      once(child, 'close') as Promise<[number]>,
    ]);
    return { status, out, error };
  }

  it('says what it sent, and that there was nothing to do', async () => {
    using room = await newsroom();
    const to = ['--to', `file:${join(room.online.site.dir, room.online.target)}`];
    const nothing = await run(room.online, to);
    assert.deepEqual(nothing, { status: 0, out: `${publishWords.nothingDue}\n`, error: '' });
    await room.state.write('weather', snapshotText('weather', 11));
    const rehearsal = await run(room.online, [...to, '--dry-run']);
    assert.match(rehearsal.out, /^\+ \/meteo\/$/m);
    assert.match(room.online.page('/meteo/'), /\b10℃/);
    const { status, out, error } = await run(room.online, to);
    assert.deepEqual([status, error], [0, '']);
    assert.match(out, /^Publié\s: \d+ fichiers envoyés, 0 supprimé/);
    assert.match(room.online.page('/meteo/'), /\b11℃/);
    await room.state.write('weather', '{"date": ');
    const faulty = await run(room.online, [...to, '--quiet']);
    assert.equal(faulty.status, 0);
    assert.match(faulty.error, /snapshots\/weather\.json:1[\s\S]*Ce relevé est laissé de côté/);
    const json = await run(room.online, [...to, '--json', '--quiet']);
    assert.deepEqual(JSON.parse(json.out), { due: false });
  });

  it('asks for the weather before, and goes on where nobody answers', async () => {
    using room = await newsroom();
    const { online } = room;
    online.site.edit('_data/site.yaml', data =>
      data.replace(CLOCK, 'weatherCities:\n  - { slug: pekin, name: Pékin }\n'),
    );
    online.site.remove('public.state/snapshots');
    await online.sent(room.latest());
    const to = ['--to', `file:${join(online.site.dir, online.target)}`];
    let isDown = true;
    const server = await localCdn(asked =>
      isDown ? { status: 403 } : openMeteoTold(openMeteoPlaces(asked, Date.now())),
    );
    const refresh = (...words: string[]) =>
      run(online, [...to, ...words], online.site.dir, { OPEN_METEO_URL: server.url });
    try {
      const down = await refresh('--quiet');
      assert.deepEqual([down.status, down.out], [0, '']);
      assert.match(down.error, /^Pékin\s: le service refuse de répondre/);
      assert.ok(!online.has('/meteo/pekin/'));
      isDown = false;
      const rehearsal = await refresh('--dry-run', '--quiet');
      assert.deepEqual([rehearsal.status, server.asked.length], [0, 1], 'a rehearsal asks nobody');
      const up = await refresh();
      assert.deepEqual([up.status, up.error], [0, '']);
      assert.match(up.out, /Météo écrite dans «\s.*state\s»[\s\S]*Publié\s:/);
      assert.match(online.page('/meteo/pekin/'), /20℃/);
      const again = await refresh('--quiet');
      assert.deepEqual([again.status, again.error, server.asked.length], [0, '', 2]);
    } finally {
      await server.close();
    }
  });

  it('asks for the votes of polls, and keeps those that there were where nobody answers', async () => {
    using room = await newsroom();
    const { online } = room;
    const votes = { ok: true, votes: { oui: 41, non: 0 } };
    let isDown = false;
    const server = await localCdn(() => (isDown ? { status: 403 } : { status: 200, body: votes }));
    try {
      online.site.edit('_data/site.yaml', data => data.replace(CLOCK, `participation: ${server.url}\n`));
      online.site.edit('_data/polls.yaml', data => data.replace('2014-06-01', '2099-06-01'));
      await online.sent(room.latest());
      const to = ['--to', `file:${join(online.site.dir, online.target)}`, '--quiet'];
      const up = await run(online, to);
      assert.deepEqual(up, { status: 0, out: '', error: '' });
      assert.match(online.page('/sondages/transport/'), /41\svotes/);
      isDown = true;
      const down = await run(online, to);
      assert.equal(down.status, 0);
      assert.match(
        down.error,
        /le service de participation refuse de répondre.*ce qui a été compté le .* reste/,
      );
      assert.match(online.page('/sondages/transport/'), /41\svotes/);
      assert.ok(!online.site.holds('_data/poll-totals.json'));
    } finally {
      await server.close();
    }
  });

  it('counts what is read most in the logs that are named, and goes on where one is not there', async () => {
    using room = await newsroom();
    const { online } = room;
    const reading = (network: number, article: string): string =>
      `10.0.${network}.7 - - [20/May/2014:14:30:00 +0800] "GET ${article} HTTP/1.1" 200 1234 "-" "Mozilla/5.0 (X11; Linux x86_64; rv:30.0) Gecko/20100101 Firefox/30.0"\n`;
    const port = '/chine/2014/05/20/port.html';
    const other = '/chine/2014/03/12/a2.html';
    online.site.write('access.log', [1, 2, 3].map(n => reading(n, other)).join('') + reading(4, port));
    const to = ['--to', `file:${join(online.site.dir, online.target)}`, '--quiet'];
    const log = join(online.site.dir, 'access.log');
    const counted = await run(online, [...to, '--logs', log]);
    assert.deepEqual(counted, { status: 0, out: '', error: '' });
    const list = online.page('/les-plus-lus/');
    assert.match(list, /<time datetime="2014-05-20T14:[^"]*">/);
    assert.ok(list.indexOf(other) > 0 && list.indexOf(other) < list.indexOf(port), 'in order');
    assert.ok(!online.site.holds('_data/most-read.json'));
    const absent = await run(online, [...to, '--logs', `${log}.1`]);
    assert.equal(absent.status, 0);
    assert.match(absent.error, /«\snpm run most-read\s» n’a pas fini comme il faut/);
    const both = await run(online, [...to, '--logs', log, '--service', 'plausible']);
    assert.equal(both.status, 2);
  });

  it('tells what stands in its way, and touches nothing', async () => {
    using room = await newsroom();
    const { online } = room;
    const to = ['--to', `file:${join(online.site.dir, online.target)}`];
    const none = await run(online, []);
    assert.equal(none.status, 2);
    assert.match(none.error, /npm run refresh -- --to s3:/);
    online.site.write('content/articles/neuf.md', article({ title: 'Neuf' }));
    const old = shallowClone(room, 'old');
    commitLater(online.site.dir);
    await online.sent(room.latest());
    const tree = online.tree();
    const older = await run(online, to, old);
    assert.deepEqual([older.status, older.error], [0, '']);
    assert.match(older.out, /plus récent que ce dépôt/);
    rmSync(join(online.site.dir, online.state, 'root'));
    const lost = await run(online, to);
    assert.equal(lost.status, 2);
    assert.match(
      lost.error,
      /ne sait rien d’un site publié[\s\S]*npm run publish -- --to file:[\s\S]*--force-state/,
    );
    const never = await run(online, ['--to', `file:${join(online.site.dir, 'nowhere')}`]);
    assert.equal(never.status, 2);
    assert.ok(!existsSync(join(online.site.dir, 'nowhere')));
    assertSameTree(online.tree(), tree);
  });

  it('publishes files where files were published', async () => {
    using room = await newsroom();
    const { online } = room;
    await online.sent({ now: null });
    online.site.write('content/articles/neuf.md', article({ title: 'Neuf' }));
    const { status, out } = await run(online, ['--to', `file:${join(online.site.dir, online.target)}`]);
    assert.equal(status, 0);
    assert.match(out, /ne vient pas d’un commit que l’on connaît/);
    assert.ok(online.has('/chine/2014/05/20/neuf.html'));
  });
});
