// Samples of a topic's page.
import type { BareView } from '../page-type.ts';
import type { PageSample } from '../samples/page-sample.ts';
import { allCards, cards } from '../samples/sample-matter.ts';
import { about, cybersecurity, energy, home } from '../samples/sample-portal.ts';
import type { TopicView } from './topic-page.ts';

export const samples: readonly PageSample<BareView<TopicView>>[] = [
  {
    name: 'a topic',
    url: cybersecurity.url,
    view: { ...about(cybersecurity.text, [home]), articles: allCards, count: 2077 },
  },
  {
    name: 'a topic of one article',
    url: energy.url,
    view: { ...about(energy.text, [home]), articles: [cards.port], count: 1 },
  },
];
