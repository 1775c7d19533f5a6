// Samples of the index of topics.
import { letterUrl, TOPICS_URL } from '../../address/addresses.ts';
import type { BareView } from '../page-type.ts';
import type { PageSample } from '../samples/page-sample.ts';
import { about, cybersecurity, energy, home, topics } from '../samples/sample-portal.ts';
import type { TopicsView } from './topics-page.ts';

const lettersOf = (addressOf: (letter: string) => string) =>
  ['c', 'e'].map(letter => ({ url: addressOf(letter), text: letter.toUpperCase() }));

export const samples: readonly PageSample<BareView<TopicsView, 'crumb'>>[] = [
  {
    name: 'the topics',
    reads: ['Sujets C E C Cybersécurité 2\u202f077\u00a0articles E Énergie 1\u00a0article'],
    url: topics.url,
    view: {
      ...about(topics.text, [home]),
      crumb: null,
      letters: lettersOf(letter => `#lettre_${letter}`),
      groups: [
        { heading: 'C', anchor: 'lettre_c', names: [{ ...cybersecurity, count: 2077 }] },
        { heading: 'E', anchor: 'lettre_e', names: [{ ...energy, count: 1 }] },
      ],
    },
    furniture: 'fresh',
  },
  {
    name: 'the topics of one letter, of many',
    reads: ['Sujets\u00a0: E C E E Énergie 1\u00a0article'],
    url: letterUrl(TOPICS_URL, 'e'),
    view: {
      ...about('Sujets\u00a0: E', [home, topics]),
      crumb: 'E',
      letters: lettersOf(letter => letterUrl(TOPICS_URL, letter)),
      groups: [{ heading: 'E', anchor: 'lettre_e', names: [{ ...energy, count: 1 }] }],
    },
  },
  {
    name: 'topics without articles',
    reads: ['Sujets Rien n’a encore été publié ici.'],
    url: topics.url,
    view: { ...about(topics.text, [home]), crumb: null, letters: [], groups: [] },
    furniture: 'none yet',
  },
];
