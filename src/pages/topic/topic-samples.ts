// Samples of a topic's page.
import type { BareView } from '../page-type.ts';
import { feedOfList } from '../parts/feed-links.ts';
import type { PageSample } from '../samples/page-sample.ts';
import { allCards, cards } from '../samples/sample-matter.ts';
import { about, cybersecurity, energy, home, topics } from '../samples/sample-portal.ts';
import type { TopicView } from './topic-page.ts';

export const samples: readonly PageSample<BareView<TopicView, 'feeds'>>[] = [
  {
    name: 'a topic',
    reads: [
      'Cybersécurité 2\u202f077\u00a0articles',
      'Derniers articles',
      'les autres restent dans les archives .',
    ],
    url: cybersecurity.url,
    view: {
      ...about(cybersecurity.text, [home, topics]),
      feeds: feedOfList(cybersecurity.url, cybersecurity.text),
      articles: allCards,
      count: 2077,
    },
  },
  {
    name: 'a topic of one article',
    reads: ['Énergie 1\u00a0article Derniers articles', 'À lire aujourd’hui'],
    url: energy.url,
    view: {
      ...about(energy.text, [home, topics]),
      feeds: feedOfList(energy.url, energy.text),
      articles: [cards.port],
      count: 1,
    },
  },
];
