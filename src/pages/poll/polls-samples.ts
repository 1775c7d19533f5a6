// Samples of the list of polls.
import { POLLS_URL } from '../../address/addresses.ts';
import { pageWords } from '../../locale/page-words.ts';
import type { BareView } from '../page-type.ts';
import type { PageSample } from '../samples/page-sample.ts';
import { about, home } from '../samples/sample-portal.ts';
import type { PollsView } from './polls-page.ts';
import { samplePolls } from './sample-polls.ts';

const page = about(pageWords.polls, [home]);
const { open, noVote, noVoting, forVoters, atClosing, closed, unanswered } = samplePolls;

export const samples: readonly PageSample<BareView<PollsView>>[] = [
  {
    name: 'the polls',
    reads: [
      'Ouverts Prenez-vous le train',
      'Voter',
      'Aucun vote n’a encore été compté. Clôture le jeudi 22 mai 2014',
      'Le vote en ligne n’est pas ouvert. 2\u202f077\u00a0votes',
      'Les réponses des autres se montrent à qui a voté',
      'Les réponses se montreront à la clôture.',
      'Clos Prenez-vous le train',
      'Prenez-vous l’avion',
    ],
    url: POLLS_URL,
    view: { ...page, open: [open, noVote, noVoting, forVoters, atClosing], closed: [closed, unanswered] },
    furniture: 'fresh',
  },
  {
    name: 'a portal whose polls are to come',
    reads: ['Sondages Rien n’a encore été publié ici.'],
    url: POLLS_URL,
    view: { ...page, open: [], closed: [] },
    furniture: 'none yet',
  },
];
