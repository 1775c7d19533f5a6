// What Eleventy made, put into the output in the last turns.
import { HOME_URL, urlOf } from '../../address/addresses.ts';
import type { BuildStart } from '../build-options.ts';
import { fileRow, OWNERS } from '../plan/owned-files.ts';
import { rowOf } from '../plan/plan.ts';
import type { Announced } from './announce.ts';
import type { LookedAt } from './look-at-output.ts';
import type { OpenMemory } from './open-memory.ts';
import type { Planned } from './plan.ts';
import type { FromEleventy } from './render-fixed-pages.ts';

export interface PutFixedPages {
  /** Addresses of what Eleventy wrote besides our pages. */
  readonly ownersPages: readonly string[];
  /** Those that an earlier build wrote, and that are no longer made. */
  readonly stale: readonly string[];
}

export function putFixedPages({
  everyFixedPage,
  memory,
  output,
  sameOutput,
  plan,
  owned,
  made,
  complete,
}: BuildStart & OpenMemory & LookedAt & Planned & Announced & FromEleventy): PutFixedPages {
  if (made === null) return { ownersPages: owned, stale: [] };
  const planned = new Map(plan.render.fixed.map(each => [each.page.url, each] as const));
  const stale = new Set(owned);
  const ownersPages = new Set<string>();
  for (const { path, bytes } of made) {
    const url = urlOf(path);
    const known = memory.pages.get(url);
    const knownHash = sameOutput && complete ? (known?.bytesHash ?? null) : null;
    const put = output.put(url, bytes, knownHash);
    const { bytesHash } = put;
    output.adopt(put, url === HOME_URL ? 'home' : 'fronts');
    const page = planned.get(url);
    // Eleventy that runs by itself writes every page of ours, planned or not.
    const isOurs = everyFixedPage && known !== undefined && known.fingerprint >= 0;
    if (page) memory.pages.put(url, rowOf(page, bytesHash, null));
    else if (isOurs) memory.pages.put(url, { ...known, bytesHash });
    else {
      memory.pages.put(url, fileRow(OWNERS, bytesHash));
      ownersPages.add(url);
    }
    stale.delete(url);
  }
  return { ownersPages: [...ownersPages], stale: [...stale] };
}
