// Random commits, built one after the other with one memory: the last is the site that its files would make.
import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { it } from 'node:test';
import fc from 'fast-check';
import { openCommit } from '../src/content/commit.ts';
import type { BuildOutcome } from '../src/engine/build.ts';
import { commitContent, git } from './git-repository.ts';
import type { MiniSite } from './mini-site.ts';
import { type Built, builds, commitOf } from './random-edits/commits.ts';
import { type EditedSite, editedSite } from './random-edits/edited-site.ts';
import { type History, histories } from './random-edits/histories.ts';
import { howMany } from './soak/how-many.ts';
import { assertSameTree } from './tree.ts';

it('commits that are built one after the other make the site that the files of the last one make', async () => {
  await fc.assert(
    fc.asyncProperty(histories('owners'), fc.array(builds, { minLength: 6, maxLength: 6 }), follow),
    howMany('histories of commits'),
  );
});

async function follow({ start, steps }: History, wanted: readonly Built[]): Promise<void> {
  const edited = editedSite();
  using site = edited.site;
  git(site.dir, ['init', '--quiet']);
  const commits: string[] = [];
  let last: string | null = null;
  for (const [place, step] of [start, ...steps].entries()) {
    for (const edit of step) edited.play(edit);
    commits.push(commitContent(site.dir));
    last = commitOf(wanted[place]!, commits, site.dir);
    await build(edited, last);
  }
  // As if it had just been cloned.
  const head = last ?? commits.at(-1)!;
  git(site.dir, ['checkout', '--quiet', '--force', head]);
  const ours = await withoutStandIns(edited);
  const clean = await site.cleanBuild(options(edited));
  assert.deepEqual(ours.problems, clean.outcome.problems);
  if (ours.ok) assertSameTree(site.tree(), clean.tree);
}

function options({ now }: EditedSite) {
  return { now, keepGoing: true, allowRemovals: true };
}

async function build(edited: EditedSite, commit: string | null): Promise<BuildOutcome> {
  const { site } = edited;
  if (commit === null) return site.build(options(edited));
  const source = openCommit(placesOf(site), commit);
  try {
    return await site.build({ ...options(edited), source });
  } finally {
    source.close();
  }
}

function placesOf({ dir }: MiniSite) {
  return { contentDir: join(dir, 'content'), cacheDir: join(dir, '.cache') };
}

/** Of a faulty article that stands as it was published a clean build knows nothing: its file is deleted, until there is none. */
async function withoutStandIns(edited: EditedSite): Promise<BuildOutcome> {
  for (;;) {
    const outcome = await build(edited, 'HEAD');
    const faulty = outcome.ok ? outcome.problems.filter(({ staysOnline }) => staysOnline !== undefined) : [];
    if (faulty.length === 0) return outcome;
    for (const { file, staysOnline } of faulty) if (staysOnline) rmSync(file, { force: true });
    commitContent(edited.site.dir, 'Sans les articles fautifs');
  }
}
