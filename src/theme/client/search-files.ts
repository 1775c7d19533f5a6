// Reads the files of the search, each once, under the addresses that the page names.
import type { SearchIndex, SearchRow, SearchSegment, Suggestions } from '../../search/search-files.ts';
import { CARDS_A_FILE } from '../../search/search-files.ts';
import type { TermBucket } from '../../search/segment-index.ts';

/** Each rejects when its file can't be read; asked again it tries again. */
export interface SearchFiles {
  index(): Promise<SearchIndex>;
  suggestions(): Promise<Suggestions>;
  bucket(segment: SearchSegment, bucket: number): Promise<TermBucket>;
  row(segment: SearchSegment, article: number): Promise<SearchRow>;
  /** What readers read of the page of an article. */
  text(url: string): Promise<string>;
}

export function searchFiles(addresses: DOMStringMap): SearchFiles {
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
  const ofSegment = (address: string, { name, version }: SearchSegment, number: number): string =>
    `${address.replace('{segment}', name).replace('{n}', `${number}`)}?v=${version}`;
  return {
    index: () => json(addresses.index!),
    suggestions: () => json(addresses.suggestions!),
    bucket: (segment, bucket) => json(ofSegment(addresses.terms!, segment, bucket)),
    async row(segment, article) {
      const part = Math.floor(article / CARDS_A_FILE);
      const rows = await json<readonly SearchRow[]>(ofSegment(addresses.cards!, segment, part));
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
