// Samples of a poll's page.
import { POLLS_URL } from '../../address/addresses.ts';
import { pageWords } from '../../locale/page-words.ts';
import type { BareView } from '../page-type.ts';
import type { PageSample } from '../samples/page-sample.ts';
import { about, home } from '../samples/sample-portal.ts';
import type { Link } from '../views.ts';
import type { PollView } from './poll.ts';
import type { PollPageView } from './poll-page.ts';
import { samplePolls } from './sample-polls.ts';

const pollsLink: Link = { url: POLLS_URL, text: pageWords.polls };

function view(poll: PollView, others: readonly PollView[]): BareView<PollPageView> {
  return {
    ...about(poll.question, [home, pollsLink]),
    poll,
    others: others.map(({ url, question }) => ({ url, text: question })),
  };
}

const { open, forVoters, unanswered } = samplePolls;

export const samples: readonly PageSample<BareView<PollPageView>>[] = [
  {
    name: 'a poll',
    reads: [
      'Prenez-vous le train plutôt que l’avion pour les trajets de moins de quatre heures\u202f? Votre réponse Oui, toujours Cela dépend du prix Non Voter',
      'Autres sondages Prenez-vous l’avion',
    ],
    url: open.url,
    view: view(open, [unanswered]),
    furniture: 'fresh',
  },
  {
    name: 'a poll that keeps its answers for those who vote',
    reads: ['Les réponses des autres se montrent à qui a voté'],
    url: forVoters.url,
    view: view(forVoters, []),
    furniture: 'fresh',
  },
  {
    name: 'a poll that nobody answered',
    reads: [
      'Prenez-vous l’avion\u202f? Oui, toujours Cela dépend du prix Non Aucun vote n’a encore été compté. Clos le',
    ],
    url: unanswered.url,
    view: view(unanswered, []),
    furniture: 'stale',
  },
];
