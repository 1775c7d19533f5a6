// The Atom feed of the newest articles (RFC 4287).

import { FEED_URL } from '../address/addresses.ts';
import { momentOf } from '../time/moment.ts';
import { cardOfArticle, cardParts } from './card.ts';
import type { BareView, Page, PageContext } from './page.ts';
import type { FeedView } from './views.ts';

/** What `updated` says while nothing is published: the element is required (RFC 4287, section 4.1.1). */
const EPOCH = 0;

export function feedPage(context: PageContext): Page {
  const { edition, site } = context;
  const newest = edition.published.slice(0, site.feedLength);
  return {
    url: FEED_URL,
    template: 'feed',
    furnished: false,
    parts: cardParts(newest),
    view: (): BareView<FeedView> => {
      const articles = newest.map(({ file }) => context.articleOf(file));
      const changes = articles.map(article => Math.max(article.date, article.updated ?? article.date));
      return {
        url: FEED_URL,
        title: site.name,
        description: site.description,
        breadcrumb: [],
        updated: momentOf(Math.max(EPOCH, ...changes), site.timeZone),
        entries: articles.map((article, index) => {
          const card = cardOfArticle(article, context, null);
          return {
            ...card,
            canonical: site.baseUrl + card.url,
            author: article.author,
            updated: momentOf(changes[index]!, site.timeZone),
          };
        }),
      };
    },
  };
}
