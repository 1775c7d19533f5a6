// Links to addresses of no page of ours, once all files are known: of the theme, and of what an owner's settings add.
import { urlOf } from '../../address/addresses.ts';
import { compareProblems, type Problem } from '../../problem/problem.ts';
import type { BuildStart } from '../build-options.ts';
import { Stopped } from '../stage.ts';
import type { Announced } from './announce.ts';
import type { Edited } from './edit.ts';
import type { Planned } from './plan.ts';
import type { FromEleventy } from './render-fixed-pages.ts';

export interface CheckedUnknownLinks {
  /** With those of links that lead nowhere, when faulty articles are left out: for these it is too late to be. */
  readonly warnings: readonly Problem[];
  readonly formerLinks: readonly string[];
}

export function checkUnknownLinks({
  options,
  warnings,
  unknownLinks,
  formerLinks,
  files,
  plan,
  made,
  owned,
}: BuildStart & Edited & Planned & Announced & FromEleventy): CheckedUnknownLinks | Stopped {
  if (unknownLinks.length === 0) return { warnings, formerLinks };
  const known = new Set([...files.map(({ url }) => url), ...(made?.map(({ path }) => urlOf(path)) ?? owned)]);
  const wrong = unknownLinks.filter(({ address }) => !known.has(address) && !plan.files.has(address));
  const mistakes = wrong.filter(({ wasThere }) => !wasThere).map(({ problem }) => problem);
  if (mistakes.length > 0 && !options.keepGoing) return new Stopped(mistakes);
  const gone = wrong.filter(({ wasThere }) => wasThere).map(({ address }) => address);
  return {
    warnings: [...warnings, ...wrong.map(({ problem }) => problem)].sort(compareProblems),
    formerLinks: [...formerLinks, ...gone],
  };
}
