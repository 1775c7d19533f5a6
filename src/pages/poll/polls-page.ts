// « Sondages »: those that are open, and those that are closed.
import { POLLS_URL } from '../../address/addresses.ts';
import { pageWords } from '../../locale/page-words.ts';
import { type BareView, pageType } from '../page-type.ts';
import type { PageView } from '../views.ts';
import { type PollView, pollsIn, pollView } from './poll.ts';

/** `/sondages/` */
export interface PollsView extends PageView {
  readonly open: readonly PollView[];
  readonly closed: readonly PollView[];
}

/** None when the portal has no poll. */
export const polls = pageType({
  name: 'polls',
  renderer: 'eleventy',
  furnished: true,
  reserved: ['sondages'],
  service: site => (site.polls.length > 0 ? { url: POLLS_URL, text: pageWords.polls } : null),
  changes: ({ site }) => site.polls.flatMap(({ opens, closes }) => [opens, closes]),

  *pages({ edition, site }) {
    if (site.polls.length === 0) return;
    const view = (state: 'open' | 'closed') =>
      pollsIn(state, site, edition.now).map(poll => pollView(poll, site, edition.now));
    yield { url: POLLS_URL, shown: { portal: site.name, open: view('open'), closed: view('closed') } };
  },

  view: ({ portal, open, closed }, tools): BareView<PollsView> => ({
    title: tools.words.polls,
    description: tools.words.pollsDescription(portal),
    breadcrumb: [tools.home],
    open,
    closed,
  }),
});
