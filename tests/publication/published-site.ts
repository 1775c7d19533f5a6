// A mini-site that is published into a folder, from one machine or from several, and what readers find there.
import assert from 'node:assert/strict';
import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { outputPath } from '../../src/address/addresses.ts';
import { type PublishOptions, type PublishOutcome, publishSite } from '../../src/engine/publish-site.ts';
import { STORE_FOLDER } from '../../src/store/object-store.ts';
import { type BuildChanges, type MiniSite, miniSite, reportOf } from '../mini-site.ts';
import { shareAssets, shareImages } from '../shared-folders.ts';
import { assertSameTree, listsOf, type Tree, treeOf } from '../tree.ts';

export type PublishChanges = Partial<Omit<PublishOptions, 'now'>> & {
  /** As of `MiniSite.build`. */
  readonly now?: string | null;
};

/** What a clean build is told that a publication finds by itself. */
type CleanChanges = Pick<PublishChanges, 'now'> & Pick<BuildChanges, 'snapshots'>;

export type Published = Extract<PublishOutcome, { kind: 'published' }>;

/** What came of a publication that did not fail. */
export interface Sent {
  readonly published: Published;
  /** Addresses, sorted. */
  readonly put: readonly string[];
  readonly removed: readonly string[];
}

export interface PublishedSite {
  readonly site: MiniSite;
  /** Below the site's folder. */
  readonly target: string;
  readonly state: string;
  options(changes?: PublishChanges): PublishOptions;
  publish(changes?: PublishChanges): Promise<PublishOutcome>;
  sent(changes?: PublishChanges): Promise<Sent>;
  /** Another machine, which has nothing but the content. */
  changeMachine(): void;
  keepCache(): void;
  /** The one that was kept last, if any. */
  takeOldCache(): void;
  /** What readers find. */
  tree(): Tree;
  page(url: string): string;
  has(url: string): boolean;
  /** What somebody else puts there. */
  meddle(path: string, text: string): void;
  /** What readers find is what a clean build makes, and the site says of itself what that says. */
  assertClean(changes?: CleanChanges): Promise<void>;
  /** All of the target and the state, but for what the stores keep for themselves. */
  everything(): Tree;
}

export function publishedSite(site: MiniSite, target = 'public', state = `${target}.state`): PublishedSite {
  const at = (path: string): string => join(site.dir, path);
  const cache = at('.cache');
  const optionsOf = (changes: PublishChanges): PublishOptions => {
    const { now, ...others } = changes;
    const { outputDir: _, ...shared } = site.options(now === undefined ? {} : { now });
    return {
      ...shared,
      target: `file:${at(target)}`,
      stateTarget: `file:${at(state)}`,
      forceState: false,
      isRehearsal: false,
      ifDue: false,
      preview: null,
      onWait: owner => assert.fail(`waits for ${owner}`),
      ...others,
    };
  };
  const publish = async (changes: PublishChanges = {}): Promise<PublishOutcome> => {
    const options = optionsOf(changes);
    await shareAssets(options.cacheDir);
    await shareImages(options.cacheDir);
    return publishSite(options);
  };
  return {
    site,
    target,
    state,
    options: (changes = {}) => optionsOf(changes),
    publish,
    async sent(changes = {}) {
      const published = await publish(changes);
      if (published.kind !== 'published') assert.fail(published.kind);
      reportOf(published.outcome);
      const { put, removed } = published.outcome.ok ? published.outcome.changes : assert.fail();
      return { published, put: [...put].sort(), removed: [...removed].sort() };
    },
    changeMachine: () => rmSync(cache, { recursive: true, force: true }),
    keepCache() {
      rmSync(at('old-cache'), { recursive: true, force: true });
      if (existsSync(cache)) cpSync(cache, at('old-cache'), { recursive: true, verbatimSymlinks: true });
    },
    takeOldCache() {
      if (!existsSync(at('old-cache'))) return;
      rmSync(cache, { recursive: true, force: true });
      cpSync(at('old-cache'), cache, { recursive: true, verbatimSymlinks: true });
    },
    tree: () => treeOf(at(target)),
    page: url => readFileSync(join(at(target), outputPath(url)), 'utf8'),
    has: url => existsSync(join(at(target), outputPath(url))),
    meddle: (path, text) => writeFileSync(join(at(target), path), text),
    async assertClean(changes = {}) {
      const clean = await site.cleanBuild({ keepGoing: true, allowRemovals: true, ...changes });
      reportOf(clean.outcome);
      assertSameTree(treeOf(at(target)), clean.tree, 'what is published and the clean tree');
      assertSameTree(ownLists(at(target)), clean.lists, 'what both say that they hold');
    },
    everything: () => new Map([...withOwn(at(target)), ...withOwn(at(state))]),
  };
}

export function newPublishedSite(files: Readonly<Record<string, string | Uint8Array>> = {}): PublishedSite {
  return publishedSite(miniSite(files));
}

function ownLists(dir: string): Tree {
  const own = STORE_FOLDER.slice(STORE_FOLDER.indexOf('/') + 1);
  return new Map([...listsOf(dir)].filter(([name]) => name.split('/')[0] !== own));
}

function withOwn(dir: string): Tree {
  const prefixed = (name: string): string => `${dir}/${name}`;
  return new Map([
    ...[...treeOf(dir)].map(([name, bytes]) => [prefixed(name), bytes] as const),
    ...[...ownLists(dir)].map(([name, bytes]) => [prefixed(`.quotidien/${name}`), bytes] as const),
  ]);
}
