// Samples of the poll beside the news.
import { samplePolls } from '../poll/sample-polls.ts';
import type { BlockSample } from '../samples/page-sample.ts';
import type { PollBlockView } from './poll.ts';

export const samples: readonly BlockSample<PollBlockView>[] = [
  { name: 'a poll that is open', view: { poll: samplePolls.open } },
  { name: 'a poll that nobody has answered yet', view: { poll: samplePolls.noVote } },
  { name: 'a poll that keeps its answers for those who vote', view: { poll: samplePolls.forVoters } },
  { name: 'a poll that is closed', view: { poll: samplePolls.closed } },
];
