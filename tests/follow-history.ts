// Plays a history of edits with an incremental build after each step, and checks the builds against a clean one.
import assert from 'node:assert/strict';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { mock } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import type { BuildOutcome } from '../src/engine/build.ts';
import { ForeignOutput } from '../src/engine/output/output.ts';
import { reportOf } from './mini-site.ts';
import { editedSite } from './random-edits/edited-site.ts';
import type { Edit, History } from './random-edits/histories.ts';
import { assertSameTree, listsOf, type Tree } from './tree.ts';

/** Written without being rendered: what the theme’s files become or are, cards, recordings, rules for hosts and `next-change.json`. */
const ASSET =
  /^(?:(?:assets|images|medias|notes)\/.*|favicon\.(?:svg|ico)|apple-touch-icon\.png|icone-[\w-]+\.png|manifest\.webmanifest|opensearch\.xml|llms\.txt|\.well-known\/security\.txt|4f1c9e07a2b84d5d\.txt|cle-du-portail\.txt|polices\.txt|robots\.txt|next-change\.json|_redirects|_headers)$/;

/** The kernel may stamp files with a clock that ticks this seldom. */
const TICK_MS = 11;

/**
 * Throws when, at any step, a build right after the build does anything, or writes more than it rendered; or when at the
 * end, without articles that are kept, the output is not, byte for byte, what a clean build gives, or the reports differ. A build whose content has nothing
 * but faults must leave the output alone, and so must one that finds nothing of ours in it.
 */
export async function followHistory({ start, steps, settled }: History): Promise<void> {
  const edited = editedSite();
  using site = edited.site;
  const realNow = Date.now;
  // An hour on, no file is so fresh that a build reads it again to be on the safe side.
  if (settled) mock.method(Date, 'now', () => realNow() + 3_600_000);
  try {
    for (const step of [start, ...steps] as readonly (readonly Edit[])[]) {
      if (settled) await sleep(TICK_MS);
      for (const edit of step) edited.play(edit);
      const options = { now: edited.now, keepGoing: true, allowRemovals: true };
      const place = edited.output.build;
      const before = site.tree();
      // Of two generations the last one is linked again, whatever comes of the build.
      const isLinkGone = place.swap === true && !existsSync(join(site.dir, '_site'));
      if (edited.output.isForeign) {
        await assert.rejects(site.build({ ...options, ...place }), ForeignOutput);
        assertSameTree(site.tree(), before, 'what may be somebody else’s stays as it is: before and after');
        edited.output.giveUp();
        continue;
      }
      const outcome = await site.build({ ...options, ...place });
      edited.output.ours(site.tree());
      if (!outcome.ok) {
        if (!isLinkGone)
          assertSameTree(site.tree(), before, 'a refused build leaves the tree as it was: before and after');
        continue;
      }
      edited.output.built();
      const { pages } = outcome.report;
      const assets = changedAssets(before, site.tree());
      assert.ok(
        pages.written <= pages.rendered + assets,
        `${pages.written} written, ${pages.rendered} rendered, ${assets} assets`,
      );
      const again = reportOf(await site.build({ ...options, ...edited.output.build })).pages;
      assert.deepEqual(
        again,
        { total: pages.total, rendered: 0, written: 0, removed: 0, unchanged: pages.total },
        'a second build does nothing',
      );
    }
    const options = { now: edited.now, keepGoing: true, allowRemovals: true };
    const ours = await withoutStandIns(() => site.build({ ...options, ...edited.output.build }));
    const clean = await site.cleanBuild(options);
    assert.deepEqual(told(ours), told(clean.outcome), 'the incremental and the clean build say the same');
    if (!ours.ok) return;
    assertSameTree(edited.output.ours(site.tree()), clean.tree, 'the incremental and the clean tree');
    assertSameTree(listsOf(join(site.dir, '_site')), clean.lists, 'what both say that they hold');
  } finally {
    mock.restoreAll();
  }
}

/** Of a faulty article that stands as it was published a clean build knows nothing: its file is deleted, until there is none. */
async function withoutStandIns(build: () => Promise<BuildOutcome>): Promise<BuildOutcome> {
  for (;;) {
    const outcome = await build();
    const faulty = outcome.ok ? outcome.problems.filter(({ staysOnline }) => staysOnline !== undefined) : [];
    if (faulty.length === 0) return outcome;
    for (const { file, staysOnline } of faulty) if (staysOnline) rmSync(file, { force: true });
  }
}

/** How many assets are in `after` and were not, or were otherwise, in `before`. */
function changedAssets(before: Tree, after: Tree): number {
  return [...after].filter(([name, bytes]) => ASSET.test(name) && !before.get(name)?.equals(bytes)).length;
}

/** What a build says of the content, however much it had to do. */
function told(outcome: BuildOutcome): unknown {
  if (!outcome.ok) return outcome.problems;
  const { articles, pages, nextChange } = outcome.report;
  return { problems: outcome.problems, articles, total: pages.total, nextChange };
}
