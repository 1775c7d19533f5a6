// Samples of what can be searched of a month.
import { searchMonthUrl } from '../../address/addresses.ts';
import { publishedUrl } from '../../address/site-place.ts';
import type { PageSample } from '../samples/page-sample.ts';
import { allCards } from '../samples/sample-matter.ts';
import type { SearchRow } from './search-month.ts';

export const samples: readonly PageSample<readonly SearchRow[]>[] = [
  {
    name: 'what can be searched of a month',
    url: searchMonthUrl('2014-05'),
    view: allCards.map(({ url, title, summary, date, section }) => [
      publishedUrl(url, ''),
      title,
      summary ?? '',
      date.stamp,
      section.text,
    ]),
  },
];
