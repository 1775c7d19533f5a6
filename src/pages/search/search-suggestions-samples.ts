// Samples of what is offered while one types.
import { SUGGESTIONS_URL, topicUrl } from '../../address/addresses.ts';
import type { Suggestions } from '../../search/search-files.ts';
import type { PageSample } from '../samples/page-sample.ts';
import { allCards } from '../samples/sample-matter.ts';

export const samples: readonly PageSample<Suggestions>[] = [
  {
    name: 'what is offered while one types',
    url: SUGGESTIONS_URL,
    view: {
      topics: [[topicUrl('energie'), 'Énergie']],
      places: ['Beijing', 'Shanghai'],
      sources: ['Xinhua'],
      titles: allCards.map(({ url, title }) => [url, title]),
    },
  },
];
