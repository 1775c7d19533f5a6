// Samples of the long list of what is read most.
import { MOST_READ_URL } from '../../address/addresses.ts';
import { pageWords } from '../../locale/page-words.ts';
import type { BareView } from '../page-type.ts';
import type { PageSample } from '../samples/page-sample.ts';
import { allCards, sampleSetting } from '../samples/sample-matter.ts';
import { about, home } from '../samples/sample-portal.ts';
import { specimenMostRead } from '../specimens/specimen-cards.ts';
import type { MostReadPageView } from './most-read-page.ts';

const page = about(pageWords.mostRead, [home]);
const { counted, chosen } = specimenMostRead(sampleSetting, allCards);

export const samples: readonly PageSample<BareView<MostReadPageView>>[] = [
  {
    name: 'the most read articles',
    reads: [
      'Relevé du mardi 20 mai 2014 à 12\u00a0h\u00a043',
      'Le port',
      'Tremblement de terre',
      'La récolte',
    ],
    url: MOST_READ_URL,
    view: { ...page, mostRead: counted },
    furniture: 'fresh',
  },
  {
    name: 'the newsroom’s choice',
    reads: [
      'Le dernier relevé est trop ancien pour être montré\u202f; il date du mardi 20 mai 2014, 12\u00a0h\u00a043',
      'Faute de relevé récent, ces articles sont choisis par la rédaction.',
      'Les articles les plus lus Le port',
      'Faute de relevé récent',
      'Clos le mardi 20 mai 2014',
    ],
    url: MOST_READ_URL,
    view: { ...page, mostRead: chosen },
    furniture: 'stale',
  },
  {
    name: 'a portal in which there is nothing to read yet',
    reads: ['Les articles les plus lus Rien n’a encore été publié ici.'],
    url: MOST_READ_URL,
    view: { ...page, mostRead: null },
    furniture: 'none yet',
  },
];
