// The count of what readers read most to articles of the edition; without a fresh count, the newsroom's choice.

import { articleUrl } from '../../address/addresses.ts';
import { articleFinder } from '../../edition/article-at.ts';
import type { Entry } from '../../edition/entry.ts';
import { leadAndHeadlines } from '../../edition/lead.ts';
import { mostReadUntil } from '../../edition/snapshots.ts';
import { movedFolders } from '../../site/moved-folders.ts';
import type { Instant } from '../../time/instant.ts';
import type { PageContext } from '../page-type.ts';

export interface MostReadArticles {
  /** When they were counted; null: the newsroom chose them. */
  readonly date: Instant | null;
  /** From then on the count is too old to show; null: the newsroom chose. */
  readonly until: Instant | null;
  /** Never empty. */
  readonly entries: readonly Entry[];
}

/**
 * At most `length` articles; null only while nothing is published. A snapshot may name articles that have since left the
 * portal: they are passed over. Those at old addresses of an article count as that article. When it is too old, or none of its articles is left, the newsroom chooses.
 */
export function mostReadArticles(context: PageContext, length: number): MostReadArticles | null {
  const { edition, site } = context;
  const until = mostReadUntil(site);
  if (site.mostRead !== null && until !== null && until > edition.now) {
    const articleAt = articleFinder(edition, movedFolders(site, context.editorialPages));
    const found = site.mostRead.addresses.map(articleAt).filter(entry => entry !== undefined);
    // Readers came to some by two addresses.
    const entries = eachOnce(found).slice(0, length);
    if (entries.length > 0) return { date: site.mostRead.date, until, entries };
  }
  const chosen = newsroomChoice(context, length);
  return chosen.length === 0 ? null : { date: null, until: null, entries: chosen };
}

/** The newsroom's choice is a list from this many articles on. */
const FEWEST_CHOSEN = 4;

/** The same for lists beside other things. In a portal of its first days the newsroom's choice would say once more what every front shows. */
export function listedMostRead(context: PageContext, length: number): MostReadArticles | null {
  const mostRead = mostReadArticles(context, length);
  return mostRead?.date === null && mostRead.entries.length < FEWEST_CHOSEN ? null : mostRead;
}

/** Picks, then what opens the home page, then the newest. */
function newsroomChoice({ edition }: PageContext, length: number): readonly Entry[] {
  const chosen = [...edition.picks, ...leadAndHeadlines(edition.current)];
  return eachOnce([...chosen, ...edition.current.first(chosen.length + length)]).slice(0, length);
}

/** By their addresses: the same articles may be brought once more (`holders.ts`). */
function eachOnce(entries: readonly Entry[]): readonly Entry[] {
  const once = new Map<string, Entry>();
  for (const entry of entries) if (!once.has(articleUrl(entry))) once.set(articleUrl(entry), entry);
  return [...once.values()];
}
