// Whatever is edited, whichever machine publishes and wherever it is cut off: readers find a whole site, and in the end what a clean build makes.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { globSync, readdirSync, rmdirSync, rmSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import { openContent } from '../src/content/open-content.ts';
import type { BuildOutcome } from '../src/engine/build.ts';
import { SNAPSHOTS, type SnapshotName, type SnapshotPlace } from '../src/snapshots/snapshot-place.ts';
import { statePlace } from '../src/snapshots/state-place.ts';
import { STORE_FOLDER, StoreError } from '../src/store/object-store.ts';
import { openStore } from '../src/store/open-store.ts';
import { WrongTarget } from '../src/store/read-target.ts';
import { commitContent, git } from './git-repository.ts';
import { article, miniSite } from './mini-site.ts';
import { cutConnection } from './publication/cut-connection.ts';
import {
  type PublishChanges,
  type Published,
  type PublishedSite,
  publishedSite,
} from './publication/published-site.ts';
import { snapshotText } from './publication/snapshot-texts.ts';
import { assertWhole } from './publication/whole-site.ts';
import { type Built, builds, commitOf } from './random-edits/commits.ts';
import { editedSite } from './random-edits/edited-site.ts';
import { type History, histories } from './random-edits/histories.ts';
import { howMany } from './soak/how-many.ts';
import { assertSameTree } from './tree.ts';

/** In ms: nobody waits for one who was cut off, and a lock is alive nevertheless while somebody is at work. */
const LEASE = 50;

/** How a publication comes about, and what happens to it. */
interface Way {
  readonly machine: 'same' | 'bare' | 'keeps its cache' | 'old cache';
  /** null: it comes to its end. */
  readonly cut: { readonly at: number; readonly isDone: boolean } | null;
  /** It is rehearsed before: then it is known what it is going to send. */
  readonly isRehearsed: boolean;
  readonly verify: boolean;
  /** Facts that somebody brings into the state before, of the afternoon at that hour; `half` of them: a text that nobody can read. */
  readonly brought: readonly { readonly name: SnapshotName; readonly hour: number; readonly half: boolean }[];
  /** The state is lost before, with all that was brought. */
  readonly isLost: boolean;
  /** Another machine refreshes the site at the same time as this one, once it is published. */
  readonly hasRival: boolean;
}

const ways: fc.Arbitrary<Way> = fc.record({
  machine: fc.constantFrom('same', 'bare', 'keeps its cache', 'old cache'),
  cut: fc.option(fc.record({ at: fc.nat(70), isDone: fc.boolean() }), { nil: null, freq: 2 }),
  isRehearsed: fc.boolean(),
  verify: fc.nat(9).map(n => n === 0),
  brought: fc.array(
    fc.record({
      name: fc.constantFrom(...SNAPSHOTS),
      hour: fc.integer({ min: 10, max: 23 }),
      half: fc.nat(9).map(n => n === 0),
    }),
    { maxLength: 2 },
  ),
  isLost: fc.nat(9).map(n => n === 0),
  hasRival: fc.nat(3).map(n => n === 0),
});

/** As many ways as a history may have publications. */
const MOST_STEPS = 6;

/** When a history fails, so many smaller ones are tried at most. */
const SMALLER = 30;

const short = (by: Parameters<typeof histories>[0]) =>
  fc.limitShrink(
    fc.record({
      history: histories(by),
      ways: fc.array(ways, { minLength: MOST_STEPS, maxLength: MOST_STEPS }),
    }),
    SMALLER,
  );

const ASKED = { keepGoing: true, allowRemovals: true } as const;

async function followHistory({
  history,
  ways,
}: {
  readonly history: History;
  readonly ways: readonly Way[];
}) {
  const edited = editedSite();
  using site = edited.site;
  const online = publishedSite(site);
  const snapshots = await stateOf(online);
  const asked = () => ({ ...ASKED, now: edited.now, lease: LEASE, onWait: () => {}, forceState: true });
  const cleanly = () => ({ ...ASKED, now: edited.now, snapshots });
  const orphans = orphansOf(online);
  for (const [step, edits] of [history.start, ...history.steps].entries()) {
    for (const edit of edits) edited.play(edit);
    const { machine, cut, isRehearsed, verify, brought, isLost, hasRival } = ways[step]!;
    useMachine(online, machine);
    if (isLost) {
      rmSync(join(site.dir, online.state), { recursive: true, force: true });
      orphans.noteLoss();
    }
    for (const { name, hour, half } of brought) {
      const text = snapshotText(name, hour);
      await snapshots.write(name, half ? text.slice(0, text.length / 2) : text);
    }
    const rehearsal = isRehearsed
      ? await publication(online, { ...asked(), verify, isRehearsal: true })
      : null;
    const before = online.tree();
    const clean = await site.cleanBuild(cleanly());
    const connection = cutConnection(cut?.at ?? Number.POSITIVE_INFINITY, cut?.isDone ?? false);
    try {
      const { outcome } = await publication(online, { ...asked(), verify, open: connection.open });
      if (!outcome.ok) assertSameTree(online.tree(), before, 'before and after a refusal');
      orphans.takeAway(outcome);
      if (!hasStandIns(outcome)) {
        assert.equal(outcome.ok, clean.outcome.ok);
        if (outcome.ok) await online.assertClean({ now: edited.now, snapshots });
      }
      if (outcome.ok && hasRival) await refreshTwice(online, asked(), snapshots);
      if (outcome.ok && hasRival && !hasStandIns(outcome))
        await online.assertClean({ now: edited.now, snapshots });
      if (rehearsal) assert.deepEqual(changesOf(rehearsal.outcome), changesOf(outcome));
    } catch (error) {
      if (!(error instanceof StoreError) || !connection.isCut()) throw error;
      orphans.noteCut();
      const isKnown = rehearsal?.outcome.ok && !hasStandIns(rehearsal.outcome);
      if (isKnown) assertWhole(online.tree(), before, clean.tree, folderOf(clean.outcome));
    }
  }
  await mend(online, edited.now);
  const { outcome } = await publication(online, asked());
  orphans.takeAway(outcome);
  if (outcome.ok) await online.assertClean({ now: edited.now, snapshots });
}

/** With the folders that it leaves empty. */
function takeAwayFile(dir: string, path: string): void {
  rmSync(join(dir, path), { recursive: true, force: true });
  for (
    let above = dirname(path);
    above !== '.' && readdirSync(join(dir, above)).length === 0;
    above = dirname(above)
  )
    rmdirSync(join(dir, above));
}

/** What a publication that was cut off had put, when the state is lost after it: nobody knows that it is ours. It is told, and its owner takes it away. */
function orphansOf({ site, target }: PublishedSite) {
  let wasCut = false;
  let areLost = false;
  return {
    noteCut() {
      wasCut = true;
    },
    noteLoss() {
      areLost ||= wasCut;
    },
    takeAway(outcome: BuildOutcome) {
      if (!outcome.ok) return;
      if (areLost) for (const path of outcome.report.foreign) takeAwayFile(join(site.dir, target), path);
      wasCut = false;
      areLost = false;
    },
  };
}

/** What is brought there stays as long as the state does. */
async function stateOf({ site, state }: PublishedSite): Promise<SnapshotPlace> {
  const store = await openStore(`file:${join(site.dir, state)}`);
  return store instanceof WrongTarget ? assert.fail(store.sentence) : statePlace(store);
}

/** By two machines at once, when there is news of everything. The second may find nothing left to do. */
async function refreshTwice(
  online: PublishedSite,
  asked: PublishChanges,
  snapshots: SnapshotPlace,
): Promise<void> {
  for (const name of SNAPSHOTS) await snapshots.write(name, snapshotText(name, 14));
  const { lease: _, ...others } = asked;
  const folders = ['.cache', '.cache-of-rival'].map(folder => join(online.site.dir, folder));
  const refreshes = folders.map(cacheDir => online.publish({ ...others, cacheDir, ifDue: true }));
  for (const { kind } of await Promise.all(refreshes))
    assert.ok(kind === 'published' || kind === 'nothing due', kind);
}

/** As `followHistory`, of commits: the site that is published last is the one of the last commit that was, whatever came before it. */
async function followCommits({
  history,
  ways,
  wanted,
}: {
  readonly history: History;
  readonly ways: readonly Way[];
  readonly wanted: readonly Built[];
}) {
  const edited = editedSite();
  using site = edited.site;
  const online = publishedSite(site);
  const { dir } = site;
  git(dir, ['init', '--quiet']);
  const publishCommit = async (commit: string, changes: PublishChanges): Promise<BuildOutcome> => {
    const places = { contentDir: join(dir, 'content'), cacheDir: join(dir, '.cache') };
    const source = openContent({ ...places, commit });
    try {
      const asked = { ...ASKED, now: edited.now, lease: LEASE, onWait: () => {} };
      return (await publication(online, { ...asked, source, ...changes })).outcome;
    } finally {
      source.close();
    }
  };
  const commits: string[] = [];
  for (const [step, edits] of [history.start, ...history.steps].entries()) {
    for (const edit of edits) edited.play(edit);
    commits.push(commitContent(dir));
    const { machine, cut, verify } = ways[step]!;
    useMachine(online, machine);
    const connection = cutConnection(cut?.at ?? Number.POSITIVE_INFINITY, cut?.isDone ?? false);
    const commit = commitOf(wanted[step]!, commits, dir);
    try {
      await publishCommit(commit ?? commits.at(-1)!, { verify, open: connection.open });
    } catch (error) {
      if (!(error instanceof StoreError) || !connection.isCut()) throw error;
    }
  }
  // A history that ends as if all but one commit had never been.
  git(dir, ['checkout', '--quiet', '--force', commitOf(wanted[0]!, commits, dir) ?? commits[0]!]);
  await mend(online, edited.now);
  const { ok } = await publishCommit(commitContent(dir), {});
  if (ok) await online.assertClean({ now: edited.now });
}

/** Publishes in a process that is killed after so many ms, if it still runs then. */
async function killPublication(online: PublishedSite, after: number): Promise<void> {
  const script = join(import.meta.dirname, 'publication/publish-in-process.ts');
  const options = JSON.stringify({ ...online.options(), ...ASKED, lease: LEASE });
  const child = spawn(process.execPath, [script, options], { stdio: 'ignore' });
  const ended = once(child, 'close');
  await Promise.race([sleep(after), ended]);
  child.kill('SIGKILL');
  const [status] = await ended;
  assert.ok(status === null || status === 0, `${status}`);
  // A folder's own locks keep others waiting for a minute: `tests/stores` has them.
  for (const place of [online.target, online.state])
    for (const lock of globSync(join(online.site.dir, place, STORE_FOLDER, 'lock-*'))) rmSync(lock);
}

function useMachine(online: PublishedSite, machine: Way['machine']): void {
  if (machine === 'bare') online.changeMachine();
  else if (machine === 'keeps its cache') online.keepCache();
  else if (machine === 'old cache') online.takeOldCache();
}

async function publication(online: PublishedSite, changes: PublishChanges): Promise<Published> {
  const published = await online.publish(changes);
  if (published.kind !== 'published') assert.fail(published.kind);
  return published;
}

/** Whether an article stands as it was published, of which a clean build knows nothing. */
function hasStandIns({ problems }: BuildOutcome): boolean {
  return problems.some(({ staysOnline }) => staysOnline === true);
}

/** What is sent and removed; null: nothing, since the content is at fault. */
function changesOf(outcome: BuildOutcome): object | null {
  if (!outcome.ok) return null;
  const { put, removed } = outcome.changes;
  return { put: [...put].sort(), removed: [...removed].sort() };
}

/** Deletes faulty files, until there is none: of articles that stand as they were published a clean build knows nothing. */
async function mend({ site }: PublishedSite, now: string | null): Promise<void> {
  for (;;) {
    const { problems } = (await site.cleanBuild({ ...ASKED, now })).outcome;
    const files = new Set(problems.map(({ file }) => resolve(file)));
    const faulty = [...files].filter(
      file =>
        file.startsWith(join(site.dir, 'content/')) && statSync(file, { throwIfNoEntry: false })?.isFile(),
    );
    if (faulty.length === 0) return;
    for (const file of faulty) rmSync(file);
  }
}

function folderOf(outcome: BuildOutcome): string {
  return outcome.ok ? new URL(outcome.baseUrl).pathname.replace(/\/$/, '') : '';
}

describe('a site that is published again and again, from changing machines, some of which are cut off,', () => {
  it('is whole at any time and what a clean build makes in the end, after edits by editors', async () => {
    await fc.assert(fc.asyncProperty(short('editors'), followHistory), howMany('publications by editors'));
  });

  it('is so too after edits by its owner', async () => {
    await fc.assert(fc.asyncProperty(short('owners'), followHistory), howMany('publications by owners'));
  });

  it('is so too of commits that are merged, taken up again, and left out by a force-push', async () => {
    const commits = fc.record({
      history: histories('editors'),
      ways: fc.array(ways, { minLength: MOST_STEPS, maxLength: MOST_STEPS }),
      wanted: fc.array(builds, { minLength: MOST_STEPS, maxLength: MOST_STEPS }),
    });
    await fc.assert(
      fc.asyncProperty(fc.limitShrink(commits, SMALLER), followCommits),
      howMany('publications of commits'),
    );
  });

  it('survives a publisher that is killed', async () => {
    const survivesKill = async (moment: number, isFirst: boolean): Promise<void> => {
      using site = miniSite(someArticles());
      const online = publishedSite(site);
      const asked = { lease: LEASE, onWait: () => {} };
      const started = performance.now();
      if (!isFirst) await online.sent();
      const whole = isFirst ? 1500 : 500 + performance.now() - started;
      const before = online.tree();
      site.edit('_data/sections.yaml', text => text.replace('name: Sport', 'name: Sports'));
      site.write('content/articles/neuf.md', article({ title: 'Neuf', date: '2014-06-01T10:00' }));
      site.remove('content/articles/3.md');
      await killPublication(online, moment * whole);
      const clean = await site.cleanBuild(ASKED);
      assertWhole(online.tree(), before, clean.tree);
      // Of what was put and never published nothing is left.
      site.remove('content/articles/neuf.md');
      online.changeMachine();
      await online.sent({ ...asked, ...ASKED });
      await online.assertClean();
    };
    const moments = fc.noShrink(fc.double({ min: 0.3, max: 1.5, noNaN: true }));
    await fc.assert(fc.asyncProperty(moments, fc.boolean(), survivesKill), howMany('kills of a publication'));
  });
});

function someArticles(): Readonly<Record<string, string>> {
  const files: Record<string, string> = {};
  for (let n = 0; n < 30; n++) {
    const fields = { title: `Article ${n}`, section: ['chine', 'monde', 'sport'][n % 3] };
    files[`content/articles/${n}.md`] = article({ ...fields, date: `2014-0${1 + (n % 5)}-11T10:00` });
  }
  return files;
}
