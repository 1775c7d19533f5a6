// A faulty article to its version that readers have: as the last build read it, with its body cut out of its page.
import { articleUrl } from '../../address/addresses.ts';
import type { FoundMedia } from '../../article/article-media.ts';
import type { Entry, ReadEntry } from '../../edition/entry.ts';
import { hashOf } from '../../hash/hash.ts';
import { findMedia, mediaIndex } from '../../media/find-media.ts';
import type { KeptVersion } from '../memory/kept-versions.ts';
import type { Memory } from '../memory/memory.ts';
import { withMedia } from '../reading/entries-with-media.ts';

/** The note of the faulty articles in whose place nothing stood: whatever is at their addresses is not theirs. */
const LEFT_OUT = 'left out';

export interface PublishedVersions {
  /** null: readers have no such article, or its page is not as it was made. */
  versionOf(file: string): KeptVersion | null;
  /** Whether readers have the article now, kept or not. */
  isOnline(file: string): boolean;
}

/** For who has no memory. */
export const NOTHING_PUBLISHED: PublishedVersions = { versionOf: () => null, isOnline: () => false };

/** The pages of the last build. */
export interface PublishedPages {
  /** The text of the page at an address; null: there is none. */
  readonly read: (url: string) => string | null;
  /** A piece of it with addresses within the site, as rendering made it. */
  readonly unpublished: (markup: string) => string;
}

/** What is found is kept in the memory: the page and the state of then are not asked for again. */
export function publishedVersions(
  memory: Pick<Memory, 'former' | 'kept' | 'pages' | 'getNote'>,
  { read, unpublished }: PublishedPages,
): PublishedVersions {
  let leftOut: ReadonlySet<string> | null = null;
  const wasLeftOut = (file: string): boolean => {
    leftOut ??= new Set(JSON.parse(memory.getNote(LEFT_OUT) ?? '[]') as string[]);
    return leftOut.has(file);
  };
  const foundMedia = mediaFinder(memory);
  const bodyOf = (url: string): string | null => {
    const { bytesHash = null, body = null } = memory.pages.get(url) ?? {};
    const text = bytesHash === null || body === null ? null : read(url);
    if (text === null || body === null || hashOf(text) !== bytesHash) return null;
    return unpublished(text.slice(body.at, body.at + body.length));
  };
  /** A withdrawn article has a page without a body. */
  const bodyIn = (entry: ReadEntry): string | null => {
    const url = articleUrl(entry);
    if (entry.withdrawn === null) return bodyOf(url);
    return memory.pages.has(url) ? '' : null;
  };
  return {
    versionOf(file) {
      const known = memory.kept.get(file);
      if (known) return known;
      const former = wasLeftOut(file) ? null : memory.former.article(file);
      const bodyHtml = former && bodyIn(former.entry);
      const media = former && foundMedia(former.entry);
      if (former === null || bodyHtml === null || media === null) return null;
      const version = { entry: withMedia(former.entry, media), article: former.article, bodyHtml };
      memory.kept.put(file, version);
      return version;
    },
    isOnline(file) {
      if (wasLeftOut(file)) return false;
      const { entry } = memory.kept.get(file) ?? memory.former.article(file) ?? {};
      return entry !== undefined && memory.pages.has(articleUrl(entry));
    },
  };
}

/** Finds what an article showed; null: of one of its files nothing is known any more. */
function mediaFinder({ former }: Pick<Memory, 'former'>): (entry: ReadEntry) => Entry['media'] | null {
  let known: {
    readonly facts: ReturnType<typeof former.media>;
    readonly index: ReturnType<typeof mediaIndex>;
  };
  return ({ file: from, media }) => {
    // Links to other Markdown files are in the body, which is kept as it is.
    const shown = media.filter(({ role }) => role !== 'page');
    if (shown.length === 0) return [];
    if (known === undefined) {
      const facts = former.media();
      known = { facts, index: mediaIndex([...facts.keys()]) };
    }
    const found: FoundMedia[] = [];
    for (const reference of shown) {
      const search = findMedia(known.index, from, reference.src);
      const facts = search.ok ? known.facts.get(search.file) : undefined;
      if (!search.ok || facts === undefined) return null;
      found.push({ ...reference, file: search.file, facts });
    }
    return found;
  };
}

/** What the next build has to know of the articles left out by this one: `faulty` are all, `standIns` those that stand as they were. */
export function rememberFaulty(
  memory: Pick<Memory, 'kept' | 'getNote' | 'putNote'>,
  faulty: ReadonlySet<string>,
  standIns: { has(file: string): boolean },
): void {
  for (const file of memory.kept.files()) if (!faulty.has(file)) memory.kept.drop(file);
  const leftOut = JSON.stringify([...faulty].filter(file => !standIns.has(file)).sort());
  if ((memory.getNote(LEFT_OUT) ?? '[]') !== leftOut) memory.putNote(LEFT_OUT, leftOut);
}
