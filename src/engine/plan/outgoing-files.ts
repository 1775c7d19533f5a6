// Files that no page names any more stay for a time: pages that browsers, proxies and CDNs keep still name them.
import type { Instant } from '../../time/instant.ts';

/** Until when each stays, by address. */
export type OutgoingFiles = ReadonlyMap<string, Instant>;

/** What becomes of files of before. */
export interface Outgoing {
  /** Those that stay. */
  readonly staying: OutgoingFiles;
  /** Addresses of what goes now. */
  readonly gone: readonly string[];
}

/** Their addresses begin with these, and hold a hash: such a file never becomes another one. */
const HASHED = /^\/(?:assets|images|medias)\//;

/**
 * `gone` is what the edition has lost since the last build; `isNamed` knows what it has. What it lost before is remembered. Pages
 * never stay: a withdrawn article is gone at once.
 */
export function outgoingFiles(
  remembered: OutgoingFiles,
  gone: readonly string[],
  isNamed: (url: string) => boolean,
  { now, grace }: { readonly now: Instant; readonly grace: number },
): Outgoing {
  const staying = new Map<string, Instant>();
  const going: string[] = [];
  for (const url of gone) {
    if (grace > 0 && HASHED.test(url)) staying.set(url, now + grace);
    else going.push(url);
  }
  for (const [url, until] of remembered) {
    if (isNamed(url)) continue;
    if (until > now && grace > 0) staying.set(url, until);
    else going.push(url);
  }
  return { staying, gone: going };
}
