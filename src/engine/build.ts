// Content in, the portal out: a list of stages, one after the other.

import type { DerivedFiles } from '../pages/derived-files.ts';
import type { Portal } from '../pages/views.ts';
import type { PingSettings, ToTell } from '../ping/ping.ts';
import type { Problem } from '../problem/problem.ts';
import type { Instant } from '../time/instant.ts';
import { type BuildOptions, type BuildStart, contentOf } from './build-options.ts';
import { ELEVENTY_CONFIG, type FixedViews } from './eleventy/fixed-pages.ts';
import { isRefusedBySystem, MemoryBroken } from './memory/memory.ts';
import { TableDamaged } from './memory/parts.ts';
import type { Changes } from './output/output.ts';
import { type ForHost, tellForHost } from './report/for-host.ts';
import { pagesToTell } from './report/pages-to-tell.ts';
import type { BuildReport } from './report/report.ts';
import type { ToldLoss } from './report/tell-losses.ts';
import { Stopped, stages } from './stage.ts';
import { announce } from './stages/announce.ts';
import { checkProducers } from './stages/check-producers.ts';
import { checkRemovals } from './stages/check-removals.ts';
import { checkUnknownLinks } from './stages/check-unknown-links.ts';
import { compareHeaders } from './stages/compare-headers.ts';
import { edit } from './stages/edit.ts';
import { findLostOfBuild } from './stages/find-lost-addresses.ts';
import { findMissingImages } from './stages/find-missing-images.ts';
import { lookAtOutput } from './stages/look-at-output.ts';
import { makeFrame } from './stages/make-frame.ts';
import { makeImages } from './stages/make-images.ts';
import { openBuildMemory } from './stages/open-memory.ts';
import { plan } from './stages/plan.ts';
import { publish } from './stages/publish.ts';
import { putFiles } from './stages/put-files.ts';
import { putFixedPages } from './stages/put-fixed-pages.ts';
import { readChangedContent } from './stages/read-content.ts';
import { readSite } from './stages/read-site.ts';
import { readTheme } from './stages/read-theme.ts';
import { remember } from './stages/remember.ts';
import { removeGone } from './stages/remove-gone.ts';
import { renderArchive } from './stages/render-archive.ts';
import { type FromEleventy, renderWithEleventy } from './stages/render-fixed-pages.ts';
import { renewHeaders } from './stages/renew-headers.ts';
import { reportBuild } from './stages/report.ts';
import { viewFixedPages } from './stages/view-fixed-pages.ts';
import { writeList } from './stages/write-list.ts';

/** Up to where Eleventy takes over: nothing of the output has changed. */
const UNTIL_ELEVENTY = stages<BuildStart>()
  .next(readSite)
  .next(openBuildMemory)
  .next(readChangedContent)
  .next(edit)
  .next(lookAtOutput)
  .next(readTheme)
  .next(plan)
  .next(checkRemovals)
  .next(findMissingImages)
  .next(compareHeaders)
  .next(announce)
  .next(makeFrame)
  .next(viewFixedPages);

type BeforeEleventy = Exclude<Awaited<ReturnType<typeof UNTIL_ELEVENTY.run>>, Stopped>;

const FROM_ELEVENTY = stages<BeforeEleventy & FromEleventy>()
  .next(checkProducers)
  .next(checkUnknownLinks)
  .next(findLostOfBuild)
  .next(makeImages)
  .next(putFiles)
  .next(renderArchive)
  .next(putFixedPages)
  .next(removeGone)
  .next(writeList)
  .next(renewHeaders)
  .next(publish)
  .next(remember)
  .next(reportBuild);

/** Problems stop a build before it touches the output; with `keepGoing` they are those of the files that it left out. */
export type BuildOutcome =
  | ({
      readonly ok: true;
      readonly report: BuildReport;
      /** The addresses whose bytes changed. */
      readonly changes: Changes;
      readonly problems: readonly Problem[];
      /** What should be mended, and stopped nothing. */
      readonly warnings: readonly Problem[];
      /** Addresses at which nothing is any more; null: nothing was known of the site before. */
      readonly lostAddresses: readonly ToldLoss[] | null;
      /** What every image is made of. */
      readonly files: DerivedFiles;
      /** The site's address. */
      readonly baseUrl: string;
      /** Who wants to hear at once of what changed, and what there is to tell them. */
      readonly pings: { readonly settings: PingSettings; readonly toTell: ToTell };
      /** The instant at which the machine's clock alone changes the site; null: there is none, or the site has a clock of its own. */
      readonly nextChange: Instant | null;
    } & ForHost)
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Builds the site. Throws `ForeignOutput`, `MemoryBusy` and `ContentChanged`. What an owner's code throws is a problem. */
export async function buildSite(options: BuildOptions): Promise<BuildOutcome> {
  try {
    return await buildOrThrow(options);
  } catch (error) {
    const { codeMistakes } = await import('./code-mistakes.ts');
    // To look for mistakes may fail as well, on a full disk: then what was thrown says more.
    const problems = await codeMistakes(error, { eleventyConfig: ELEVENTY_CONFIG, ...options }).catch(
      () => [],
    );
    if (problems.length === 0) throw error;
    return { ok: false, problems };
  }
}

function buildOrThrow(options: BuildOptions): Promise<BuildOutcome> {
  return forgettingDamage(options, async chosen => {
    const begun = await beginBuild(chosen, false);
    if (!begun.ok) return begun;
    try {
      return await begun.finish(await renderWithEleventy(begun.known));
    } finally {
      await begun.close();
    }
  });
}

/** A build for which Eleventy has yet to render the fixed pages. */
export interface BegunBuild {
  readonly ok: true;
  readonly known: BeforeEleventy;
  readonly views: FixedViews;
  readonly portal: Portal;
  /** Puts files and pages, removes pages that the edition no longer has, and remembers. */
  finish(from: FromEleventy): Promise<BuildOutcome>;
  /** Frees the memory; without `finish`, the next build does this one's work again. */
  close(): Promise<void>;
}

type Refused = Extract<BuildOutcome, { ok: false }>;

/** A build for Eleventy that runs by itself, and writes all its pages: what it needs before it starts. Throws as `buildSite`. */
export function beginPlainBuild(options: BuildOptions): Promise<BegunBuild | Refused> {
  return forgettingDamage(options, chosen => beginBuild(chosen, true));
}

async function beginBuild(options: BuildOptions, everyFixedPage: boolean): Promise<BegunBuild | Refused> {
  const closing: BuildStart['closing'] = [];
  const close = async (): Promise<void> => {
    for (const each of closing.splice(0).reverse()) await each();
  };
  let known: BeforeEleventy | Stopped;
  try {
    known = await UNTIL_ELEVENTY.run({
      options,
      source: contentOf(options),
      started: performance.now(),
      everyFixedPage,
      closing,
    });
  } catch (error) {
    await close();
    throw error;
  }
  if (known instanceof Stopped) {
    await close();
    return { ok: false, problems: known.problems };
  }
  const before = known;
  return {
    ok: true,
    known: before,
    views: before.fixed.views,
    portal: before.portal,
    async finish(from) {
      const done = await FROM_ELEVENTY.run({ ...before, ...from });
      if (done instanceof Stopped) return { ok: false, problems: done.problems };
      const { report, changes, problems, warnings, toldLosses, plan, content } = done;
      const { baseUrl, indexNow, hub } = before.context.site;
      const nextChange = before.now === options.wallClock ? done.nextChange : null;
      return {
        ok: true,
        report,
        changes,
        problems,
        warnings,
        lostAddresses: toldLosses,
        ...tellForHost(content.entries, options.contentDir, before.context),
        files: plan.files.sources,
        baseUrl,
        pings: {
          settings: { baseUrl, indexNow, hub },
          // Most builds tell nobody, and some render all pages of an archive.
          get toTell() {
            return pagesToTell(plan.render, changes);
          },
        },
        nextChange,
      };
    },
    close,
  };
}

/** A damaged memory, whenever it shows, is forgotten and the build begun again. */
async function forgettingDamage<T>(
  options: BuildOptions,
  build: (options: BuildOptions) => Promise<T>,
): Promise<T> {
  try {
    return await build(options);
  } catch (error) {
    if (!isDamage(error)) throw error;
    return await build({ ...options, full: true });
  }
}

/** Whether the memory's file no longer holds what an earlier build wrote. */
function isDamage(error: unknown): boolean {
  if (error instanceof MemoryBroken || error instanceof TableDamaged) return true;
  return (error as NodeJS.ErrnoException).code === 'ERR_SQLITE_ERROR' && !isRefusedBySystem(error);
}
