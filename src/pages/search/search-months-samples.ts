// Samples of the list of months that can be searched.
import { SEARCH_MONTHS_URL, searchMonthUrl } from '../../address/addresses.ts';
import { publishedUrl } from '../../address/site-place.ts';
import type { PageSample } from '../samples/page-sample.ts';
import type { SearchMonths } from './search-month.ts';

export const samples: readonly PageSample<SearchMonths>[] = [
  {
    name: 'the months that can be searched',
    url: SEARCH_MONTHS_URL,
    view: { months: ['2014-05', '2014-04'].map(month => publishedUrl(searchMonthUrl(month), '')) },
  },
];
