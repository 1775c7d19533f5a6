// A segment of the search and the number of one of its files become that file's address.
import type { SearchSegment } from '../../search/search-files.ts';

/** @param address with slots for both, as the page names it. */
export function segmentFile(address: string, { name, version }: SearchSegment, number: number): string {
  return `${address.replace('{segment}', name).replace('{n}', `${number}`)}?v=${version}`;
}
