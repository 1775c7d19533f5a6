// The addresses at which this build leaves nothing where readers had an article, now that all files are known.
import { urlOf } from '../../address/addresses.ts';
import { compareProblems, type Problem } from '../../problem/problem.ts';
import { type BuildStart, commandOf } from '../build-options.ts';
import { changedMonths, findLostAddresses, type LostAddress } from '../edition/lost-addresses.ts';
import { rememberedLosses } from '../edition/remembered-losses.ts';
import { type ToldLoss, tellLosses, warnOfLosses } from '../report/tell-losses.ts';
import type { Announced } from './announce.ts';
import type { CheckedRemovals } from './check-removals.ts';
import type { CheckedUnknownLinks } from './check-unknown-links.ts';
import type { Edited } from './edit.ts';
import type { LookedAt } from './look-at-output.ts';
import type { OpenMemory } from './open-memory.ts';
import type { ReadContent } from './read-content.ts';
import type { FromEleventy } from './render-fixed-pages.ts';

export interface FoundLostAddresses {
  /** For the next build to know. */
  readonly lostAddresses: readonly LostAddress[];
  /** null: nothing is known of the site before. */
  readonly toldLosses: readonly ToldLoss[] | null;
  readonly warnings: readonly Problem[];
}

export function findLostOfBuild({
  options,
  source,
  memory,
  listed,
  content,
  context,
  faulty,
  articlesBefore,
  files,
  made,
  owned,
  warnings,
  links,
  articleLinks,
}: BuildStart &
  OpenMemory &
  LookedAt &
  ReadContent &
  Edited &
  CheckedRemovals &
  Announced &
  FromEleventy &
  CheckedUnknownLinks): FoundLostAddresses {
  const isNewSite = memory.pages.size === 0 && (listed === null || listed.files.size === 0);
  const kept = [...memory.kept.files()].map(file => memory.kept.get(file)!.entry);
  const { remembered, losses } = findLostAddresses(
    {
      changed: [...memory.former.entries(), ...kept],
      // For the newsroom drafts are among them, which no reader had.
      gone: context.edition.audience === 'newsroom' ? [] : articlesBefore.gone,
      lost: rememberedLosses(memory),
      wasThere: url => memory.pages.has(url) || (listed?.files.has(url) ?? false),
    },
    {
      context,
      entries: content.entries,
      changedMonths: changedMonths(links.articleLinks.months, articleLinks.months, context.edition),
      faulty,
      otherFiles: () => [...files.map(({ url }) => url), ...(made?.map(({ path }) => urlOf(path)) ?? owned)],
      wallClock: options.wallClock,
      allowRemovals: options.allowRemovals ?? false,
    },
  );
  return {
    lostAddresses: remembered,
    toldLosses: isNewSite ? null : tellLosses(losses, { source }),
    warnings:
      losses.length === 0
        ? warnings
        : [
            ...warnings,
            ...warnOfLosses(losses, context.site.sections, {
              source,
              dataDir: options.dataDir,
              command: commandOf(options),
            }),
          ].sort(compareProblems),
  };
}
