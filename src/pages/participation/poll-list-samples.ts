// Samples of the list of polls.
import { POLL_LIST_URL } from '../../address/addresses.ts';
import type { PageSample } from '../samples/page-sample.ts';
import { SAMPLE_NOW } from '../samples/sample-portal.ts';
import type { ListedPoll } from './poll-list.ts';

export const samples: readonly PageSample<readonly ListedPoll[]>[] = [
  {
    name: 'the polls that can be answered',
    url: POLL_LIST_URL,
    view: [
      {
        slug: 'train',
        question: 'Prenez-vous le train\u202f?',
        choices: [
          { slug: 'oui', text: 'Oui' },
          { slug: 'non', text: 'Non' },
        ],
        opens: SAMPLE_NOW - 1,
        closes: SAMPLE_NOW + 1,
        results: 'always',
      },
    ],
  },
];
