// What moved with a slug to the few rules by which a host sends readers on from every address that was below it.
import { articleUrl } from '../address/addresses.ts';
import type { MovedFolders } from '../site/moved-folders.ts';
import type { Entry } from './entry.ts';
import { oldAddresses } from './old-addresses.ts';

/** `*` at the end of `from` stands for anything, and `:splat` in `to` for the same. */
export interface HostRule {
  readonly from: string;
  readonly to: string;
}

/**
 * In the order in which a host has to try them: old addresses of articles below an old slug lead elsewhere than the rest of what was
 * there, so they come before it.
 */
export function hostRules(addressed: readonly Entry[], moved: MovedFolders): readonly HostRule[] {
  if (moved.list.length === 0) return [];
  const old = oldAddresses(addressed, moved);
  const isBelowOldSlug = (url: string): boolean => moved.presentAddress(url.toLowerCase()) !== null;
  const ofArticles = addressed.flatMap(entry =>
    [...old.ofAliases(entry).filter(isBelowOldSlug), ...old.ofFormerAliases(entry)].map(from => ({
      from,
      to: articleUrl(entry),
    })),
  );
  return [...ofArticles, ...moved.list.map(({ from, to }) => ({ from: `${from}*`, to: `${to}:splat` }))];
}
