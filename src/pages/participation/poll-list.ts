// The polls, for the service of votes: what can be answered, until when, and who may see the answers. A portal without such a service has no list.
import { POLL_LIST_URL } from '../../address/addresses.ts';
import type { Poll } from '../../site/site.ts';
import { pageType } from '../page-type.ts';
import { pollsIn } from '../poll/poll.ts';

/** Instants are in ms. */
export type ListedPoll = Pick<Poll, 'slug' | 'question' | 'choices' | 'opens' | 'closes' | 'results'>;

/** One that has not opened yet is nobody's business. That this changes with the clock, the page of all polls says. */
export const pollList = pageType({
  name: 'poll-list',
  renderer: 'json',
  furnished: false,

  pages: ({ edition, site }) =>
    site.participation === null
      ? []
      : [
          {
            url: POLL_LIST_URL,
            shown: [...pollsIn('open', site, edition.now), ...pollsIn('closed', site, edition.now)],
          },
        ],

  view: (polls): readonly ListedPoll[] =>
    polls.map(({ slug, question, choices, opens, closes, results }) => ({
      slug,
      question,
      choices,
      opens,
      closes,
      results,
    })),
});
