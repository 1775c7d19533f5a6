// The content to a place that readers see: read, rendered and sent, with what every machine that publishes there knows of it.
import { hostname } from 'node:os';
import { join } from 'node:path';
import { outputPath, PREVIEWS_URL } from '../address/addresses.ts';
import { hashOf } from '../hash/hash.ts';
import {
  SNAPSHOTS,
  type SnapshotPlace,
  snapshotHashes,
  standingSnapshots,
} from '../snapshots/snapshot-place.ts';
import { statePlace } from '../snapshots/state-place.ts';
import { type ObjectStore, StoreError } from '../store/object-store.ts';
import { openStore } from '../store/open-store.ts';
import { placeName } from '../store/overlapping-targets.ts';
import { parentTargets } from '../store/parent-targets.ts';
import { WrongTarget } from '../store/read-target.ts';
import { openWaitingReader } from '../store/waiting-reader.ts';
import { type Traffic, watchTraffic } from '../store/watched-store.ts';
import { type BuildOutcome, buildSite } from './build.ts';
import { type BuildOptions, contentOf } from './build-options.ts';
import { EVERY_PAGE } from './memory/memory.ts';
import { ForeignOutput } from './output/output.ts';
import { removePreview } from './output/preview-output.ts';
import { CONTENTS_URL, PENDING_URL } from './output/site-list.ts';
import { codeFingerprints } from './plan/code-fingerprints.ts';
import { ownersFingerprint } from './plan/owned-files.ts';
import type { Publication } from './publication.ts';
import { PUBLICATIONS_FOLDER } from './publications-folder.ts';
import { checkHidden, type ReadPublic } from './state/check-hidden.ts';
import type { LockSettings, PublicationLock } from './state/held-lock.ts';
import { MACHINE_CLOCK } from './state/lock-clock.ts';
import { publicAddresses } from './state/public-addresses.ts';
import { isAnybodyPublishing, lookAtLock, takeLock } from './state/publication-lock.ts';
import { openState, type State } from './state/state.ts';
import { type PublishedCommit, ROOT_KEY, unpackRoot } from './state/state-root.ts';

export interface PublishOptions
  extends Omit<BuildOptions, 'outputDir' | 'memoryDir' | 'publication' | 'snapshots' | 'swap'> {
  /** As for `openStore`. */
  readonly target: string;
  /** Where what is known of the site is kept: nobody who reads the site may reach it. */
  readonly stateTarget: string;
  /** When nothing is known of a site that stands: compare it, and know it again. */
  readonly forceState: boolean;
  /** Tell what would be done. */
  readonly isRehearsal: boolean;
  /** Below which folder of the site to send what would change of it, with drafts; null: the site itself. */
  readonly preview: string | null;
  /** The commit, or null for files, that was published when `source` was chosen: where it is another now, nothing is published. */
  readonly follows?: string | null;
  /** Do nothing unless content, code or clock changed something. */
  readonly ifDue: boolean;
  readonly onWait: (owner: string) => void;
  /** As of `openStore`. */
  readonly onRetry?: (reason: Error) => void;
  /** By which the state is looked for where anybody could read it; missing: nobody looks. */
  readonly readPublic?: ReadPublic;
  /** Is given what breaks the publication off, for whoever ends the process then: nothing more is sent, and others may publish at once. */
  readonly whileHeld?: (breakOff: () => Promise<void>) => void;
  /** For tests, which cut connections and do not wait for those who were cut off. */
  readonly open?: typeof openStore;
  readonly lease?: number;
}

export type PublishOutcome =
  | {
      readonly kind: 'published';
      readonly outcome: BuildOutcome;
      /** Addresses at which somebody else had put something. */
      readonly overwritten: readonly string[];
      /** What publications before it were about to change when they were cut off; '*' stands for all. */
      readonly doubted: readonly string[];
      readonly traffic: Traffic;
    }
  | { readonly kind: 'wrong target'; readonly option: 'to' | 'state'; readonly sentence: string }
  | { readonly kind: 'nothing due' }
  /** Another commit has been published than the one that `follows` says. */
  | { readonly kind: 'superseded' }
  /** The state is that of the site that is published to `target`. */
  | { readonly kind: 'state of another'; readonly target: string }
  /** The target lies in the state of a site. */
  | { readonly kind: 'within a state'; readonly state: string }
  /** A site of ours stands there, and the state knows nothing of it. */
  | { readonly kind: 'state lost' };

/** For how long (ms) a publisher that was cut off keeps others waiting. */
const LEASE = 120_000;

/** Throws what `buildSite` throws, `StoreError`, `StatePublic`, and `LockLost` or `StateOvertaken` when somebody else was quicker. */
export async function publishSite(options: PublishOptions): Promise<PublishOutcome> {
  const { open: openPlace = openStore, onRetry } = options;
  const open = (text: string) => openPlace(text, onRetry);
  const opened = await open(options.target);
  if (opened instanceof WrongTarget) return { kind: 'wrong target', option: 'to', sentence: opened.sentence };
  const openedState = await open(options.stateTarget);
  if (openedState instanceof WrongTarget)
    return { kind: 'wrong target', option: 'state', sentence: openedState.sentence };
  const watch = watchTraffic();
  const [store, stateStore] = [watch.store(opened), watch.store(openedState)];
  const project = projectOf(options);
  const contentKey = keyOf(options, project);
  if (options.ifDue && !(await isDue(store, stateStore, contentKey, options))) {
    await Promise.all([store.close(), stateStore.close()]);
    return { kind: 'nothing due' };
  }
  const reader = watch.reader(openWaitingReader(options.target));
  const stateReader = watch.reader(openWaitingReader(options.stateTarget));
  try {
    // Before a lock is put beside a place that is somebody else's.
    const isFirst = !(await isAnythingKnown(stateStore));
    const around = isFirst ? await stateAround(options.target, open) : null;
    if (around !== null) return { kind: 'within a state', state: around };
    if (isFirst && (await standingSite(store)) === 'foreign') throw new ForeignOutput(store.place);
    const lock = changesNothing(options)
      ? await lookAtLock(stateStore)
      : await takeLock(watch.endless(openedState), lockSettings(options));
    options.whileHeld?.(async () => {
      await watch.stop();
      await lock.release(true);
    });
    let isDone = false;
    // Where it can't be told, others wait for the lease; what failed before says more.
    const release = (): Promise<void> => lock.release(!isDone).catch(() => {});
    try {
      const state = await openState(stateStore, stateReader);
      const standing = await standingSite(store);
      const isKnown = state.root !== null || state.isOutdated || isCutOff(lock);
      if (standing === 'ours' && !isKnown && !options.forceState) return { kind: 'state lost' };
      if (standing === 'foreign' && !isKnown) throw new ForeignOutput(store.place);
      const other = await otherSite(store, state, lock, options.target);
      if (other !== null && !options.forceState) return { kind: 'state of another', target: other };
      const { follows = undefined } = options;
      if (follows !== undefined && (state.root?.published.commit?.id ?? null) !== follows) {
        isDone = lock.suspects.length === 0;
        return { kind: 'superseded' };
      }
      const overwritten: string[] = [];
      const publication: Publication = {
        store,
        target: placeName(options.target),
        reader,
        state,
        lock,
        preview: options.preview,
        isEmpty: standing === 'nothing',
        contentKey,
        project,
        commit: publishedCommit(options),
        isRehearsal: options.isRehearsal,
        onOverwritten: url => overwritten.push(url),
        async checkHidden(memory, baseUrl) {
          if (changesNothing(options) || options.readPublic === undefined) return;
          const addresses = publicAddresses({ ...options, baseUrl }, lock.key, process.env);
          await checkHidden(memory, addresses, lock.id, options.readPublic, options.wallClock);
        },
      };
      const full = options.full || other !== null;
      const outcome = await build({ ...options, full }, publication, statePlace(stateStore));
      isDone = outcome.ok;
      await release();
      return {
        kind: 'published',
        outcome,
        overwritten,
        doubted: lock.suspects,
        traffic: watch.traffic(),
      };
    } finally {
      await release();
    }
  } finally {
    await Promise.all([reader.close(), stateReader.close(), store.close(), stateStore.close()]);
  }
}

/** Of what is published: then nobody need wait. */
function changesNothing({ isRehearsal, preview }: PublishOptions): boolean {
  return isRehearsal || preview !== null;
}

async function build(
  options: PublishOptions,
  publication: Publication,
  snapshots: SnapshotPlace,
): Promise<BuildOutcome> {
  const { cacheDir, target, preview } = options;
  const memoryDir = join(
    cacheDir,
    PUBLICATIONS_FOLDER,
    hashOf(target) + (preview === null ? '' : '-preview'),
  );
  const audience = preview === null ? 'readers' : 'newsroom';
  return await buildSite({
    ...options,
    audience,
    memoryDir,
    outputDir: join(memoryDir, 'site'),
    publication,
    snapshots,
  });
}

/** Takes a preview away, but in a rehearsal: how many objects it has, or what is wrong with the target. */
export async function removePreviewAt(
  target: string,
  name: string,
  isRehearsal: boolean,
): Promise<number | WrongTarget> {
  const store = await openStore(target);
  if (store instanceof WrongTarget) return store;
  try {
    return await removePreview(store, name, isRehearsal);
  } finally {
    await store.close();
  }
}

/** Of all that a site is made from, but for what changes every few minutes; null: of files that may change. */
function keyOf(options: PublishOptions, project: string): string | null {
  const { id } = contentOf(options);
  return id === null ? null : hashOf(`${id} ${project}`);
}

function publishedCommit(options: PublishOptions): PublishedCommit | null {
  const { commit, committed } = contentOf(options);
  return commit === null ? null : { id: commit, at: committed! };
}

/** Of all that stands beside the content: the code, the theme and `_data`. */
export function projectOf({ themeDir, dataDir }: Pick<BuildOptions, 'themeDir' | 'dataDir'>): string {
  const { pages, reading, media } = codeFingerprints();
  return hashOf(JSON.stringify([ownersFingerprint(pages, themeDir, dataDir), reading, media]));
}

/** Without a turn: whoever publishes meanwhile does what there is to do. */
async function isDue(
  store: ObjectStore,
  state: ObjectStore,
  key: string | null,
  { now, wallClock }: Pick<PublishOptions, 'now' | 'wallClock'>,
): Promise<boolean> {
  if (key === null || now !== null || (await isAnybodyPublishing(state))) return true;
  const found = await state.read(ROOT_KEY);
  const root = found && unpackRoot(found.bytes);
  if (root === null || root === 'outdated' || root.published.key !== key) return true;
  const { nextChange, isInstantTold, identity, snapshots } = root.published;
  if (isInstantTold || (nextChange !== null && nextChange <= wallClock)) return true;
  const standing = snapshotHashes(await standingSnapshots(statePlace(state)));
  if (SNAPSHOTS.some(name => standing[name] !== snapshots[name])) return true;
  const list = await store.read(outputPath(CONTENTS_URL));
  return list === null || hashOf(list.bytes) !== identity;
}

/** Where the site of a state is published, if that is not this place, by whatever name; null: it is this one, or nothing is known. */
async function otherSite(
  store: ObjectStore,
  { root }: State,
  { suspects }: PublicationLock,
  text: string,
): Promise<string | null> {
  if (root === null || root.published.target === placeName(text)) return null;
  // Of a publication that was cut off the site may have another list.
  if (suspects.length > 0) return null;
  const list = await store.read(outputPath(CONTENTS_URL));
  return list !== null && hashOf(list.bytes) === root.published.identity ? null : root.published.target;
}

/** The state in which a place lies; null: it lies in none that can be read. */
async function stateAround(text: string, open: typeof openStore): Promise<string | null> {
  for (const above of [text, ...parentTargets(text)]) {
    const store = await open(above);
    if (store instanceof WrongTarget) continue;
    try {
      const found = await store.read(ROOT_KEY);
      if (found !== null && unpackRoot(found.bytes) !== null) return store.place;
    } catch (error) {
      // A key may open one prefix of a bucket alone.
      if (!(error instanceof StoreError)) throw error;
    } finally {
      await store.close();
    }
  }
  return null;
}

/** The first publication was cut off: what stands there is its own. */
function isCutOff({ suspects }: PublicationLock): boolean {
  return suspects.includes(EVERY_PAGE);
}

async function isAnythingKnown(state: ObjectStore): Promise<boolean> {
  return (await state.look(ROOT_KEY)) !== null || (await isAnybodyPublishing(state));
}

async function standingSite(store: ObjectStore): Promise<'nothing' | 'ours' | 'foreign'> {
  // The first one may have been cut off.
  for (const url of [CONTENTS_URL, PENDING_URL])
    if ((await store.look(outputPath(url))) !== null) return 'ours';
  for await (const { key } of store.list('')) if (!key.startsWith(PREVIEWS_URL.slice(1))) return 'foreign';
  return 'nothing';
}

function lockSettings({ onWait, lease = LEASE }: PublishOptions): LockSettings {
  return { owner: `${hostname()} ${process.pid}`, lease, clock: MACHINE_CLOCK, onWait };
}
