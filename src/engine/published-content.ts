// What was published, so that it can be published again with newer snapshots: the very commit, or what the clone has in its place.
import type { ContentSource } from '../content/content-source.ts';
import { GitFailure } from '../content/git-failure.ts';
import { hasCommit } from '../content/has-commit.ts';
import { type ContentOptions, openContent } from '../content/open-content.ts';
import { openStore } from '../store/open-store.ts';
import { WrongTarget } from '../store/read-target.ts';
import type { BuildOptions } from './build-options.ts';
import { type PublishOptions, projectOf } from './publish-site.ts';
import type { PublishedCommit } from './state/state-root.ts';
import { ROOT_KEY, unpackRoot } from './state/state-root.ts';

/** Why more than what snapshots and the hour change may be published. */
export type WhyWhole =
  /** The clone has a later commit alone. */
  | 'later commit'
  /** The code, the theme or `_data` is another than it was: with them goes the content that stands beside them. */
  | 'other project'
  /** It was made from files, or by another version: which content it was can't be told. */
  | 'unknown commit';

export type PublishedContent =
  | {
      readonly kind: 'content';
      readonly source: ContentSource;
      /** null: it is what was published. */
      readonly whyWhole: WhyWhole | null;
      /** The commit that stood when this was found out; null: none that is known. */
      readonly follows: string | null;
    }
  /** What is here was made before what is published: readers would lose something. */
  | { readonly kind: 'older' }
  /** The state knows of no site. */
  | { readonly kind: 'nothing' };

type Options = Omit<ContentOptions, 'commit'> &
  Pick<BuildOptions, 'themeDir' | 'dataDir'> &
  Pick<PublishOptions, 'stateTarget' | 'onRetry'>;

/** Throws `GitFailure` and `StoreError`. */
export async function publishedContent(options: Options): Promise<PublishedContent | WrongTarget> {
  const store = await openStore(options.stateTarget, options.onRetry);
  if (store instanceof WrongTarget) return store;
  const found = await store.read(ROOT_KEY).finally(() => store.close());
  const root = found && unpackRoot(found.bytes);
  if (root === null) return { kind: 'nothing' };
  const content = (source: ContentSource, whyWhole: WhyWhole | null, follows: string | null) =>
    ({ kind: 'content', source, whyWhole, follows }) as const;
  if (root === 'outdated') return content(latestContent(options), 'unknown commit', null);
  const { commit, project } = root.published;
  if (commit === null) return content(openContent(options), 'unknown commit', null);
  const isHere = hasCommit(options.contentDir, commit.id);
  if (isHere && projectOf(options) === project)
    return content(openContent({ ...options, commit: commit.id }), null, commit.id);
  const latest = openContent({ ...options, commit: 'HEAD' });
  if (isOlder(latest, commit)) {
    latest.close();
    return { kind: 'older' };
  }
  return content(latest, isHere ? 'other project' : 'later commit', commit.id);
}

function isOlder({ commit, committed }: ContentSource, { id, at }: PublishedCommit): boolean {
  return commit !== id && committed! < at;
}

/** The latest commit where there is one, as machines that publish have; else the files. */
function latestContent(options: Options): ContentSource {
  try {
    return openContent({ ...options, commit: 'HEAD' });
  } catch (error) {
    if (!(error instanceof GitFailure)) throw error;
    return openContent(options);
  }
}
