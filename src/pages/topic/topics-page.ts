// The index of topics.
import { TOPICS_URL, topicUrl } from '../../address/addresses.ts';
import { pageWords } from '../../locale/page-words.ts';
import { type BareView, pageType } from '../page-type.ts';
import { indexPages, type NameGroup } from '../parts/alphabet.ts';
import type { Link, PageView } from '../views.ts';

/** `/sujets/`, and once there are many `/sujets/lettres/a/` */
export interface TopicsView extends PageView {
  readonly letters: readonly Link[];
  readonly groups: readonly NameGroup[];
}

export const topicsLink: Link = { url: TOPICS_URL, text: pageWords.topics };

export const topics = pageType({
  name: 'topics',
  renderer: 'archive',
  furnished: true,
  reserved: ['sujets'],
  service: site => (site.topics.length > 0 ? topicsLink : null),

  pages({ edition, site }) {
    if (site.topics.length === 0) return [];
    const names = site.topics.flatMap(({ slug, name }) => {
      const entries = edition.byTopic.get(slug);
      return entries ? [{ url: topicUrl(slug), text: name, count: entries.length }] : [];
    });
    return indexPages(TOPICS_URL, names).map(({ url, ...page }) => ({
      url,
      furnished: page.letter === null,
      shown: { ...page, portal: site.name },
    }));
  },

  view: ({ letter, letters, groups, portal }, tools): BareView<TopicsView, 'crumb'> => ({
    title: letter === null ? tools.words.topics : tools.words.letterTitle(tools.words.topics, letter),
    description: tools.words.topicsDescription(portal),
    breadcrumb: letter === null ? [tools.home] : [tools.home, topicsLink],
    crumb: letter,
    letters,
    groups,
  }),
});
