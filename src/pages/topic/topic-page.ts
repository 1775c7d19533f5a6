// Each topic's newest articles.
import { topicUrl } from '../../address/addresses.ts';
import { type BareView, pageOfList, pageType } from '../page-type.ts';
import { feedOfList } from '../parts/feed-links.ts';
import { firstLook } from '../parts/first-look.ts';
import { showCards } from '../shown.ts';
import type { Card, FeedLink, PageView } from '../views.ts';
import { topicsLink } from './topics-page.ts';

/** `/sujets/{slug}/` */
export interface TopicView extends PageView {
  readonly feeds: readonly FeedLink[];
  readonly articles: readonly Card[];
  /** All articles of the topic, shown or not. */
  readonly count: number;
}

/** A page for every topic that has an article. */
export const topic = pageType({
  name: 'topic',
  renderer: 'archive',
  furnished: false,

  *pages({ edition, site }) {
    for (const { slug, name } of site.topics) {
      const entries = edition.byTopic.get(slug);
      if (!entries) continue;
      const others = { slug, name, count: entries.length };
      const show = () => ({ ...others, articles: showCards(entries.first(site.topicLength), 'card') });
      yield pageOfList(topicUrl(slug), show, () => firstLook(entries, site.topicLength, others, show));
    }
  },

  view: ({ slug, name, count, articles }, tools): BareView<TopicView, 'feeds'> => ({
    feeds: feedOfList(topicUrl(slug), name),
    title: name,
    description: tools.words.topicDescription(name),
    breadcrumb: [tools.home, topicsLink],
    articles: tools.cards(articles),
    count,
  }),
});
