// « Sondages »: those that are open, those that are closed, and each with its results.

import { POLLS_URL, pollUrl } from '../address/addresses.ts';
import { pageWords } from '../locale/page-words.ts';
import { homeLink } from './home-page.ts';
import { type BareView, type Page, type PageContext, partsOf } from './page.ts';
import { pollsIn, pollView } from './poll.ts';
import type { PollPageView, PollsView } from './views.ts';

/** None when the portal has no poll; one that has not opened yet is not shown. */
export function pollPages({ edition, site }: PageContext): Page[] {
  const open = pollsIn('open', site, edition.now).map(poll => pollView(poll, site, edition.now));
  const closed = pollsIn('closed', site, edition.now).map(poll => pollView(poll, site, edition.now));
  if (site.polls.length === 0) return [];
  const list: Page = {
    url: POLLS_URL,
    template: 'polls',
    furnished: true,
    parts: partsOf([open, closed]),
    view: (): BareView<PollsView> => ({
      url: POLLS_URL,
      title: pageWords.polls,
      description: pageWords.pollsDescription(site.name),
      breadcrumb: [homeLink()],
      open,
      closed,
    }),
  };
  const links = [...open, ...closed].map(({ url, question }) => ({ url, text: question }));
  return [
    list,
    ...[...open, ...closed].map((poll): Page => {
      const others = links.filter(({ url }) => url !== poll.url);
      return {
        url: pollUrl(poll.slug),
        template: 'poll',
        furnished: true,
        parts: partsOf([poll, others]),
        view: (): BareView<PollPageView> => ({
          url: poll.url,
          title: poll.question,
          description: pageWords.pollDescription(poll.question),
          breadcrumb: [homeLink(), { url: POLLS_URL, text: pageWords.polls }],
          poll,
          others,
        }),
      };
    }),
  ];
}
