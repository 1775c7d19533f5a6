// What a build would lose of the addresses that readers have, found out without one: the memory of the last build is only looked at.
import type { ContentSource } from '../content/content-source.ts';
import { compareProblems, type Problem } from '../problem/problem.ts';
import type { Site } from '../site/site.ts';
import type { BuildOptions } from './build-options.ts';
import { memoryFolder } from './build-options.ts';
import { devPlace } from './dev-place.ts';
import type { EditionPages } from './edition/edition-pages.ts';
import { changedMonths, findLostAddresses } from './edition/lost-addresses.ts';
import { articlesBefore } from './edition/lost-articles.ts';
import { rememberedMonths } from './edition/remembered-links.ts';
import { rememberedLosses } from './edition/remembered-losses.ts';
import { type GlimpsedMemory, lookIntoMemory } from './memory/look-into-memory.ts';
import { codeFingerprints } from './plan/code-fingerprints.ts';
import type { Content } from './reading/read-content.ts';
import { type ToldLoss, tellLosses, warnOfLosses } from './report/tell-losses.ts';
import { readingVersion } from './stages/open-memory.ts';

export interface CheckedLosses {
  /** null: there is no memory to compare with. */
  readonly lostAddresses: readonly ToldLoss[] | null;
  readonly warnings: readonly Problem[];
}

/** Whoever builds nothing but what `npm run dev` shows has the memory of that. */
export function checkLostAddresses(
  options: BuildOptions & { readonly source: ContentSource },
  site: Site,
  content: Pick<Content, 'entries'>,
  { context, faulty, articleLinks }: Pick<EditionPages, 'context' | 'faulty' | 'articleLinks'>,
): CheckedLosses {
  const version = readingVersion(codeFingerprints(), site);
  const find = (memory: GlimpsedMemory, hasDrafts: boolean): CheckedLosses | null => {
    if (memory.pages.size === 0) return null;
    const monthsBefore = rememberedMonths(memory);
    const { gone } = articlesBefore(memory, null, context.edition, monthsBefore, articleLinks.months);
    const { losses } = findLostAddresses(
      {
        changed: [...memory.articles],
        gone: hasDrafts ? [] : gone,
        lost: rememberedLosses(memory),
        wasThere: memory.pages.has,
      },
      {
        context,
        entries: content.entries,
        changedMonths: changedMonths(monthsBefore, articleLinks.months, context.edition),
        faulty,
        otherFiles: () => [],
        wallClock: options.wallClock,
        allowRemovals: options.allowRemovals ?? false,
      },
    );
    return {
      lostAddresses: tellLosses(losses, options),
      warnings: [...warnOfLosses(losses, site.sections, { ...options, command: 'build' })].sort(
        compareProblems,
      ),
    };
  };
  return (
    lookIntoMemory(memoryFolder(options), version, memory => find(memory, false)) ??
    lookIntoMemory(devPlace(options.cacheDir).memoryDir, version, memory => find(memory, true)) ?? {
      lostAddresses: null,
      warnings: [],
    }
  );
}
