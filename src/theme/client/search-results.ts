// Articles that were found become cards with the sought words marked, some at a time.
import type { Found, Hit, Hits } from '../../search/find.ts';
import { hasPhrases, type Query } from '../../search/query.ts';
import type { SearchRow } from '../../search/search-files.ts';
import { wordsIn } from '../../search/words.ts';
import { part, parts } from './element.ts';
import { excerptOf, markedNodes, soughtTerm } from './marked-words.ts';
import type { SearchFiles } from './search-files.ts';

/** How many appear before the reader has to ask for more. */
const AT_ONCE = 10;
/** How many pages are looked into at the same time, for a phrase or an excerpt. */
const TOGETHER = 6;

export interface Results {
  /** The next ones; fewer than asked for: there are no others. Rejects when an article's card can't be read. */
  next(): Promise<readonly Node[]>;
  /** Whether there may be more. */
  hasMore(): boolean;
}

/** @param hits in the order in which they appear. */
export function resultsOf(
  hits: Hits,
  { phrases }: Query,
  found: Pick<Found, 'terms' | 'beginnings'>,
  files: SearchFiles,
  template: HTMLTemplateElement,
): Results {
  let place = 0;
  const rowOf = ({ segment, article }: Hit): Promise<SearchRow> => files.row(segment, article);
  /** Of an article that has every phrase; of others, and where it can't be known, null. */
  const rowWithPhrases = async (hit: Hit): Promise<SearchRow | null> => {
    const row = await rowOf(hit);
    const [url, title, summary] = row;
    const said = `${title} ${summary}`;
    if (hasPhrases(wordsIn(said), phrases)) return row;
    const text = await files.text(url).catch(() => '');
    return hasPhrases(wordsIn(`${said} ${text}`), phrases) ? row : null;
  };
  const nextRows = async (): Promise<readonly SearchRow[]> => {
    if (phrases.length === 0) {
      const rows = await Promise.all(hits.slice(place, AT_ONCE).map(rowOf));
      place += rows.length;
      return rows;
    }
    const rows: SearchRow[] = [];
    while (rows.length < AT_ONCE && place < hits.length) {
      const batch = hits.slice(place, TOGETHER);
      place += batch.length;
      for (const row of await Promise.all(batch.map(rowWithPhrases))) if (row) rows.push(row);
    }
    return rows;
  };
  return {
    async next() {
      const cards = (await nextRows()).map(row => ({ row, card: cardOf(row, found, template) }));
      void addExcerpts(cards, found, files);
      return cards.map(({ card }) => card);
    },
    hasMore: () => place < hits.length,
  };
}

interface ShownCard {
  readonly row: SearchRow;
  readonly card: HTMLElement;
}

function cardOf(
  [url, title, summary, date, section, source, lang]: SearchRow,
  found: Pick<Found, 'terms' | 'beginnings'>,
  template: HTMLTemplateElement,
): HTMLElement {
  const card = document.importNode(template.content, true).firstElementChild as HTMLElement;
  part<HTMLAnchorElement>(card, 'a.title')!.href = url;
  for (const [selector, text] of [
    ['.section-name', section],
    ['.date', date],
    ['.source', source],
  ] as const)
    part(card, selector)!.textContent = text;
  part(card, '.title')!.replaceChildren(...markedNodes(title, found));
  const slot = part(card, '.summary-text')!;
  if (summary === '') slot.remove();
  else slot.replaceChildren(...markedNodes(summary, found));
  if (lang !== '') {
    for (const element of parts(card, 'h3, .summary-text, .excerpt')) {
      element.lang = lang;
      element.dir = 'auto';
    }
  }
  const said = new Set(wordsIn(`${title} ${summary}`).map(word => soughtTerm(word, found)));
  said.delete(null);
  // A card that says it all needs no excerpt.
  if (said.size >= found.terms.size) part(card, '.excerpt')!.remove();
  return card;
}

/** Of texts that have what headline and summary lack. One that can't be read is missing, and that is all. */
async function addExcerpts(
  cards: readonly ShownCard[],
  found: Pick<Found, 'terms' | 'beginnings'>,
  files: SearchFiles,
): Promise<void> {
  const waiting = cards.filter(({ card }) => part(card, '.excerpt'));
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const slot = part(next.card, '.excerpt')!;
      const text = await files.text(next.row[0]).catch(() => '');
      const excerpt = excerptOf(text, found);
      if (excerpt === null) slot.remove();
      else slot.replaceChildren(...markedNodes(excerpt, found));
    }
  };
  await Promise.all(Array.from({ length: TOGETHER }, work));
}
