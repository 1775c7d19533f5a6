// What a build is told, and what it says while it runs.
import type { ContentSource } from '../content/content-source.ts';
import { workingTree } from '../content/working-tree.ts';
import type { Audience } from '../edition/edition.ts';
import type { SnapshotPlace } from '../snapshots/snapshot-place.ts';
import type { Instant } from '../time/instant.ts';
import type { FoldersLook } from './output/folder-stamps.ts';
import type { CodeFingerprints } from './plan/code-fingerprints.ts';
import type { Publication } from './publication.ts';
import type { FoundFiles } from './reading/walk-content.ts';

export interface BuildOptions {
  /** Holds `articles/` and `pages/`. */
  readonly contentDir: string;
  readonly dataDir: string;
  readonly outputDir: string;
  /** What any build can use that was made once: images, assets. The memory, too, unless `memoryDir` is another folder. */
  readonly cacheDir: string;
  /** Where this build remembers what it put into the output, and stages pages. */
  readonly memoryDir?: string;
  /** The instant of the edition; null: the site's frozen clock, or else `wallClock`. */
  readonly now: Instant | null;
  readonly wallClock: Instant;
  /** Threads for a large build. */
  readonly workers: number;
  /** Forget what the last build knew. */
  readonly full: boolean;
  /** Leave faulty articles out and publish the rest. */
  readonly keepGoing: boolean;
  readonly themeDir: string;
  /** The path of Eleventy's settings; the project's own unless another is named. */
  readonly eleventyConfig?: string;
  /** What `contentDir` holds; its files as they lie there, unless a commit is asked for. Whoever opened it closes it. */
  readonly source?: ContentSource;
  /** Snapshots beside those of `dataDir`: of each, whichever is dated later counts. Whoever opened the place closes it. */
  readonly snapshots?: SnapshotPlace;
  /** A walk over `contentDir` that was begun before, and a look at the folders of `outputDir` (`walk-in-thread.ts`). */
  readonly walking?: Promise<FoundFiles>;
  readonly look?: () => Promise<FoldersLook | null> | FoldersLook | null;
  /** The hashes of the code, which were begun before. */
  readonly hashing?: Promise<CodeFingerprints>;
  /** Compare every byte of the output, whatever it says of itself. */
  readonly verify?: boolean;
  /** Take articles from readers, however many. */
  readonly allowRemovals?: boolean;
  /** Make of the output a link to one of two generations that switches at once, unless it is one. */
  readonly swap?: boolean;
  /** Where the site is sent; missing: it is put into `outputDir`. */
  readonly publication?: Publication;
  /** Who is shown the site: readers, unless it is the newsroom, with its drafts. */
  readonly audience?: Audience;
  /** When images are made: with the build, or only when a browser asks for them (`images-when-asked.ts`). */
  readonly images?: 'now' | 'when-asked';
  /** Whether `/style/` is there whatever the site says: the development server shows it. */
  readonly stylePage?: boolean;
  /** Who takes comments and votes, whatever the site says: the development server runs the service itself. */
  readonly participation?: string;
  readonly onProgress: (phase: BuildPhase, done: number, total: number) => void;
}

/** Articles are read, photographs looked at, images made and put into the output, pages rendered, files sent to a store. */
export type BuildPhase = 'read' | 'look' | 'make' | 'put' | 'render' | 'send';

/** The folder of a build's memory. */
export function memoryFolder({ memoryDir, cacheDir }: Pick<BuildOptions, 'memoryDir' | 'cacheDir'>): string {
  return memoryDir ?? cacheDir;
}

/** Where the build reads content. */
export function contentOf({
  source,
  contentDir,
}: Pick<BuildOptions, 'source' | 'contentDir'>): ContentSource {
  return source ?? workingTree(contentDir);
}

/** The command that brings to readers what is built, as messages name it. */
export function commandOf({ publication }: Pick<BuildOptions, 'publication'>): 'build' | 'publish' {
  return publication === undefined ? 'build' : 'publish';
}

/** What every stage knows from the start. */
export interface BuildStart {
  readonly options: BuildOptions;
  readonly source: ContentSource;
  /** `performance.now()` when the build began, in ms. */
  readonly started: number;
  /** Whether Eleventy runs by itself and writes all its pages, changed or not. */
  readonly everyFixedPage: boolean;
  /** Whatever is opened is added, and closed when the build is over, last first. */
  readonly closing: (() => unknown)[];
}
