// Samples of what results show of articles.
import { searchCardsUrl } from '../../address/addresses.ts';
import type { SearchRow } from '../../search/search-files.ts';
import type { PageSample } from '../samples/page-sample.ts';
import { allCards } from '../samples/sample-matter.ts';

export const samples: readonly PageSample<readonly SearchRow[]>[] = [
  {
    name: 'what results show of a segment',
    url: searchCardsUrl('2014', 0),
    view: allCards.map(({ url, title, summary, date, section }) => [
      url,
      title,
      summary ?? '',
      date.stamp,
      section.text,
      'Xinhua',
      '',
    ]),
  },
];
