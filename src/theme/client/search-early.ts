// Asks for the words of the query that the page was opened with, while the script that searches is still on its way: each file that
// waits for another one costs a reader far away a fifth of a second.
import { bucketsWith, firstTerms, searchedSegments } from '../../search/needed-buckets.ts';
import { readQuery } from '../../search/query.ts';
import type { SearchSegment } from '../../search/search-files.ts';
import { askedFilters } from './asked-filters.ts';
import { segmentFile } from './segment-file.ts';

const { segments, terms } = (document.currentScript as HTMLScriptElement).dataset;
const asked = new URLSearchParams(location.search);
const { words } = readQuery(asked.get('q') ?? '');
if (words.length > 0) {
  const filters = askedFilters(asked);
  const searched = searchedSegments(JSON.parse(segments!) as readonly SearchSegment[], filters);
  for (const [segment, bucket] of bucketsWith(firstTerms(words, filters), searched)) {
    const link = document.createElement('link');
    link.rel = 'preload';
    link.as = 'fetch';
    link.crossOrigin = '';
    link.href = segmentFile(terms!, segment, bucket);
    document.head.append(link);
  }
}
