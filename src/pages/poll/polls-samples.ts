// Samples of the list of polls.
import { POLLS_URL } from '../../address/addresses.ts';
import { pageWords } from '../../locale/page-words.ts';
import type { BareView } from '../page-type.ts';
import type { PageSample } from '../samples/page-sample.ts';
import { about, home } from '../samples/sample-portal.ts';
import type { PollsView } from './polls-page.ts';
import { samplePolls } from './sample-polls.ts';

const page = about(pageWords.polls, [home]);
const { open, noVote, closed, unanswered } = samplePolls;

export const samples: readonly PageSample<BareView<PollsView>>[] = [
  {
    name: 'the polls',
    url: POLLS_URL,
    view: { ...page, open: [open, noVote], closed: [closed, unanswered] },
    furniture: 'fresh',
  },
  {
    name: 'a portal whose polls are to come',
    url: POLLS_URL,
    view: { ...page, open: [], closed: [] },
    furniture: 'none yet',
  },
];
