// What Eleventy made, put into the output last: fronts name what now stands there.
import { urlOf } from '../../address/addresses.ts';
import type { BuildStart } from '../build-options.ts';
import { OWNERS } from '../plan/owned-files.ts';
import type { Announced } from './announce.ts';
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
}: BuildStart & OpenMemory & Planned & Announced & FromEleventy): PutFixedPages {
  if (made === null) return { ownersPages: owned, stale: [] };
  const fingerprints = new Map(plan.render.map(({ page, fingerprint }) => [page.url, fingerprint]));
  const stale = new Set(owned);
  const ownersPages = new Set<string>();
  for (const { path, bytes } of made) {
    const url = urlOf(path);
    const known = memory.pages.get(url);
    const fingerprint = fingerprints.get(url) ?? (everyFixedPage ? known?.fingerprint : undefined) ?? OWNERS;
    const knownHash = sameOutput && complete ? (known?.bytesHash ?? null) : null;
    const { bytesHash } = output.put(url, bytes, knownHash);
    memory.pages.put(url, { fingerprint, bytesHash });
    if (fingerprint === OWNERS) ownersPages.add(url);
    stale.delete(url);
  }
  return { ownersPages: [...ownersPages], stale: [...stale] };
}
