// « Sondage »: one poll, the one that readers can still answer.
import { type PollView, pollInFurniture } from '../poll/poll.ts';
import { furnitureBlock } from './furniture-block.ts';

export interface PollBlockView {
  readonly poll: PollView;
}

export const poll = furnitureBlock({
  name: 'poll',
  region: 'column',
  tabbed: true,
  changes: ({ site }) => site.polls.flatMap(({ opens, closes }) => [opens, closes]),
  shown: ({ edition, site }) => pollInFurniture(site, edition.now),
  view: (poll): PollBlockView => ({ poll }),
});
