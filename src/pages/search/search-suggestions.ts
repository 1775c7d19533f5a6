// What is offered to who types a search: topics, places, and the newest headlines.
import { articleUrl, SUGGESTIONS_URL, topicUrl } from '../../address/addresses.ts';
import type { Suggestions } from '../../search/search-files.ts';
import { pageType } from '../page-type.ts';
import { showCards } from '../shown.ts';

/** Of so many articles headlines, places and sources are offered: some twenty kilobytes. */
const NEWEST = 300;

export const searchSuggestions = pageType({
  name: 'search-suggestions',
  renderer: 'json',
  furnished: false,

  pages: ({ edition, site }) => {
    const topics = site.topics
      .filter(({ slug }) => edition.byTopic.has(slug))
      .map(({ slug, name }) => ({ url: topicUrl(slug), text: name }));
    const newest = showCards(edition.published.first(NEWEST), null);
    return [{ url: SUGGESTIONS_URL, shown: { topics, newest } }];
  },

  view: ({ topics, newest }, tools): Suggestions => {
    const cards = tools.matter(newest);
    return {
      topics: topics.map(({ url, text }) => [tools.published(url), text]),
      places: eachOnce(cards.flatMap(({ place }) => place ?? [])),
      sources: eachOnce(cards.map(({ source }) => source)),
      titles: cards.map(matter => [tools.published(articleUrl(matter)), matter.title]),
    };
  },
});

function eachOnce(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)];
}
