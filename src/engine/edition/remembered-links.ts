// What builds tell each other of links: old addresses that are still linked to, and the ids of passages that links lead to.
import type { Memory } from '../memory/memory.ts';
import type { FormerSite } from './links-of-site.ts';

const FORMER = 'former links';
const ANCHORS = 'anchors';

export function rememberedLinks(memory: Pick<Memory, 'getNote' | 'pages'>): FormerSite {
  const former = new Set(JSON.parse(memory.getNote(FORMER) ?? '[]') as string[]);
  return {
    wasThere: url => former.has(url) || memory.pages.has(url),
    anchors: new Map(JSON.parse(memory.getNote(ANCHORS) ?? '[]') as [string, [number, string[]]][]),
  };
}

export function rememberLinks(
  memory: Pick<Memory, 'getNote' | 'putNote'>,
  { anchors }: FormerSite,
  former: readonly string[],
): void {
  for (const [note, text] of [
    [FORMER, JSON.stringify(former)],
    [ANCHORS, JSON.stringify([...anchors])],
  ] as const)
    if ((memory.getNote(note) ?? '[]') !== text) memory.putNote(note, text);
}
