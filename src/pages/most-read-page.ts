// « Les articles les plus lus » as a page of its own: the long list.

import { MOST_READ_URL } from '../address/addresses.ts';
import { pageWords } from '../locale/page-words.ts';
import { momentOf } from '../time/moment.ts';
import { cardParts, cardsOf } from './card.ts';
import { homeLink } from './home-page.ts';
import { mostReadArticles } from './most-read.ts';
import { type BareView, type Page, type PageContext, partsOf } from './page.ts';
import type { MostReadPageView } from './views.ts';
import { cardFiles } from './wanted-files.ts';

/** How many articles the long list shows. */
const LENGTH = 30;

export function mostReadPage(context: PageContext): Page {
  const { site } = context;
  const mostRead = mostReadArticles(context, LENGTH);
  return {
    url: MOST_READ_URL,
    template: 'most-read',
    furnished: true,
    parts: partsOf([mostRead?.date, mostRead && cardParts(mostRead.entries)]),
    files: () => cardFiles(mostRead?.entries ?? [], 'thumbnail', context),
    view: (): BareView<MostReadPageView> => ({
      url: MOST_READ_URL,
      title: pageWords.mostRead,
      description: pageWords.mostReadDescription(site.name),
      breadcrumb: [homeLink()],
      mostRead: mostRead && {
        date: mostRead.date === null ? null : momentOf(mostRead.date, site.timeZone),
        articles: cardsOf(mostRead.entries, context, 'thumbnail'),
      },
    }),
  };
}
