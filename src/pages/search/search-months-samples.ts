// Samples of the list of months that can be searched.
import { SEARCH_MONTHS_URL, searchMonthUrl } from '../../address/addresses.ts';
import type { PageSample } from '../samples/page-sample.ts';

export const samples: readonly PageSample<{ readonly months: readonly string[] }>[] = [
  {
    name: 'the months that can be searched',
    url: SEARCH_MONTHS_URL,
    view: { months: [searchMonthUrl('2014-05'), searchMonthUrl('2014-04')] },
  },
];
