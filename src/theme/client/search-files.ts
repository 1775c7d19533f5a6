// Reads the files of the search, each once, under the addresses that the page names.
import type { SearchRow, SearchSegment, Suggestions } from '../../search/search-files.ts';
import { CARDS_A_FILE } from '../../search/search-files.ts';
import type { TermBucket } from '../../search/segment-index.ts';
import { segmentFile } from './segment-file.ts';

export interface SearchAddresses {
  readonly suggestions: string;
  readonly terms: string;
  readonly cards: string;
}

/** Each rejects when its file can't be read; asked again it tries again. */
export interface SearchFiles {
  suggestions(): Promise<Suggestions>;
  bucket(segment: SearchSegment, bucket: number): Promise<TermBucket>;
  row(segment: SearchSegment, article: number): Promise<SearchRow>;
  /** What readers read of the page of an article. */
  text(url: string): Promise<string>;
}

/** @param addresses where they are, with slots for segments and numbers. */
export function searchFiles(addresses: SearchAddresses): SearchFiles {
  const known = new Map<string, Promise<unknown>>();
  const once = <Value>(url: string, read: (response: Response) => Promise<Value>): Promise<Value> => {
    let value = known.get(url) as Promise<Value> | undefined;
    if (!value) {
      value = fetch(url).then(response => {
        if (!response.ok) throw new Error(`${response.status}`);
        return read(response);
      });
      value.catch(() => known.delete(url));
      known.set(url, value);
    }
    return value;
  };
  const json = <Value>(url: string): Promise<Value> =>
    once(url, response => response.json() as Promise<Value>);
  return {
    suggestions: () => json(addresses.suggestions),
    bucket: (segment, bucket) => json(segmentFile(addresses.terms, segment, bucket)),
    async row(segment, article) {
      const part = Math.floor(article / CARDS_A_FILE);
      const rows = await json<readonly SearchRow[]>(segmentFile(addresses.cards, segment, part));
      const row = rows[article % CARDS_A_FILE];
      // The list of segments is older than this file.
      if (!row) throw new Error(part.toString());
      return row;
    },
    text: url =>
      once(url, async response => {
        const page = new DOMParser().parseFromString(await response.text(), 'text/html');
        const texts = page.querySelectorAll('.article .prose, .article figcaption > :not(.credit)');
        return [...texts].map(({ textContent }) => textContent.replace(/\s+/g, ' ')).join(' ');
      }),
  };
}
