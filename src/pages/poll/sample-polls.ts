// The polls that samples show: the specimen in its states, and another that closed without a vote.
import { pollUrl } from '../../address/addresses.ts';
import { sampleSetting } from '../samples/sample-matter.ts';
import { PARTICIPATION } from '../samples/sample-portal.ts';
import { specimenPolls } from '../specimens/specimen-polls.ts';
import type { PollView } from './poll.ts';

const { open, noVote, noVoting, closed } = specimenPolls(
  sampleSetting,
  `${PARTICIPATION}${pollUrl('exemple')}`,
);

const unanswered: PollView = {
  ...noVote,
  slug: 'avions',
  url: pollUrl('avions'),
  question: 'Prenez-vous l’avion\u202f?',
  closes: closed.closes,
  closed: true,
  action: null,
};

const forVoters: PollView = { ...noVote, slug: 'velos', url: pollUrl('velos'), hidden: { forVoters: true } };
const atClosing: PollView = {
  ...forVoters,
  slug: 'metros',
  url: pollUrl('metros'),
  hidden: { forVoters: false },
};

export const samplePolls = { open, noVote, forVoters, atClosing, noVoting, closed, unanswered } as const;
