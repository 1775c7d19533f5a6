// Samples of an author's page.
import { authorUrl } from '../../address/addresses.ts';
import { styleWords } from '../../locale/style-words.ts';
import type { BareView } from '../page-type.ts';
import type { PageSample } from '../samples/page-sample.ts';
import { allCards, cards, sampleSetting } from '../samples/sample-matter.ts';
import { about, authors, home } from '../samples/sample-portal.ts';
import type { AuthorView } from './author-page.ts';

export const samples: readonly PageSample<BareView<AuthorView>>[] = [
  {
    name: 'an author of whom the portal says more than a name',
    reads: [
      'Lin Wei Correspondante à Pékin Elle suit l’énergie. 2\u202f077\u00a0articles',
      'les autres restent dans les archives .',
    ],
    url: authorUrl('lin-wei'),
    view: {
      ...about(styleWords.author, [home, authors]),
      role: 'Correspondante à Pékin',
      biography: 'Elle suit l’énergie.',
      portrait: sampleSetting.photograph(0).shown,
      articles: allCards,
      count: 2077,
    },
  },
  {
    name: 'an author of one article, who is a name alone',
    reads: ['Zoé Li 1\u00a0article Derniers articles Chine'],
    url: authorUrl('zoe-li'),
    view: {
      ...about('Zoé Li', [home, authors]),
      role: null,
      biography: null,
      portrait: null,
      articles: [cards.port],
      count: 1,
    },
  },
];
