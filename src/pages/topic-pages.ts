// Each topic's newest articles.

import { topicUrl } from '../address/addresses.ts';
import { pageWords } from '../locale/page-words.ts';
import { cardParts, cardsOf } from './card.ts';
import { homeLink } from './home-page.ts';
import { type BareView, type Page, type PageContext, partsOf } from './page.ts';
import type { TopicView } from './views.ts';
import { cardFiles } from './wanted-files.ts';

/** A page for every topic that has an article. */
export function topicPages(context: PageContext): Page[] {
  const { edition, site } = context;
  return site.topics
    .filter(({ slug }) => edition.byTopic.has(slug))
    .map(({ slug, name }) => {
      const entries = edition.byTopic.get(slug)!;
      const newest = entries.slice(0, site.topicLength);
      return {
        url: topicUrl(slug),
        template: 'topic',
        furnished: false,
        parts: partsOf([name, entries.length, cardParts(newest)]),
        files: () => cardFiles(newest, 'card', context),
        view: (): BareView<TopicView> => ({
          url: topicUrl(slug),
          title: name,
          description: pageWords.topicDescription(name),
          breadcrumb: [homeLink()],
          articles: cardsOf(newest, context, 'card'),
          count: entries.length,
        }),
      };
    });
}
