// A poll with its results, and the way to the others.
import { POLLS_URL } from '../../address/addresses.ts';
import { type BareView, pageType } from '../page-type.ts';
import type { Link, PageView } from '../views.ts';
import { type PollView, pollsIn, pollView } from './poll.ts';

/** `/sondages/{slug}/` */
export interface PollPageView extends PageView {
  readonly poll: PollView;
  readonly others: readonly Link[];
}

/** One that has not opened yet is not shown. */
export const poll = pageType({
  name: 'poll',
  renderer: 'eleventy',
  furnished: true,

  pages({ edition, site }) {
    const polls = [...pollsIn('open', site, edition.now), ...pollsIn('closed', site, edition.now)].map(poll =>
      pollView(poll, site, edition.now),
    );
    return polls.map(poll => {
      const others = polls
        .filter(({ url }) => url !== poll.url)
        .map(({ url, question }) => ({ url, text: question }));
      return { url: poll.url, shown: { poll, others } };
    });
  },

  view: ({ poll, others }, tools): BareView<PollPageView> => ({
    title: poll.question,
    description: tools.words.pollDescription(poll.question),
    breadcrumb: [tools.home, { url: POLLS_URL, text: tools.words.polls }],
    poll,
    others,
  }),
});
