// « Les articles les plus lus » as a page of its own: the long list.
import { MOST_READ_URL } from '../../address/addresses.ts';
import { mostReadUntil } from '../../edition/snapshots.ts';
import { pageWords } from '../../locale/page-words.ts';
import type { Moment } from '../../time/moment.ts';
import { type BareView, pageType } from '../page-type.ts';
import { showCards } from '../shown.ts';
import type { Card, PageView } from '../views.ts';
import { mostReadArticles } from './most-read-articles.ts';

/** `/les-plus-lus/` */
export interface MostReadPageView extends PageView {
  /** null only while nothing is published. */
  readonly mostRead: MostReadView<Card> | null;
}

/** Counted outside at `date`; null: there is no count, or an old one, so the articles are the newsroom's choice. */
export interface MostReadView<Article> {
  readonly date: Moment | null;
  /** From then on the count is too old to show; null: the newsroom chose. */
  readonly until: Moment | null;
  readonly articles: readonly Article[];
}

/** How many articles the long list shows. */
const LENGTH = 30;

export const mostRead = pageType({
  name: 'most-read',
  renderer: 'eleventy',
  furnished: true,
  reserved: ['les-plus-lus'],
  service: () => ({ url: MOST_READ_URL, text: pageWords.mostReadShort }),
  changes: ({ site }) => [mostReadUntil(site)],

  pages(context) {
    const mostRead = mostReadArticles(context, LENGTH);
    const shown = {
      portal: context.site.name,
      mostRead: mostRead && {
        date: mostRead.date,
        until: mostRead.until,
        articles: showCards(mostRead.entries, 'thumbnail'),
      },
    };
    return [{ url: MOST_READ_URL, shown }];
  },

  view: ({ portal, mostRead }, tools): BareView<MostReadPageView> => ({
    title: tools.words.mostRead,
    description: tools.words.mostReadDescription(portal),
    breadcrumb: [tools.home],
    mostRead: mostRead && {
      date: mostRead.date === null ? null : tools.moment(mostRead.date),
      until: mostRead.until === null ? null : tools.moment(mostRead.until),
      articles: tools.cards(mostRead.articles),
    },
  }),
});
