// `/sitemaps/actualites.xml`: the news of two days (Google News sitemaps).
import { articleUrl, NEWS_SITEMAP_URL } from '../../address/addresses.ts';
import type { Entry } from '../../edition/entry.ts';
import { HOUR } from '../../time/durations.ts';
import { type BareView, pageType } from '../page-type.ts';
import { showCards } from '../shown.ts';
import type { PageView } from '../views.ts';
import { ABOUT } from './sitemap-page.ts';

/** Google, « Create a news sitemap »: articles of the last two days, at most 1,000. */
const MOST_NEWS = 1000;
const NEWS_AGE = 48 * HOUR;

export interface NewsSitemapView extends PageView {
  /** The newest first. */
  readonly news: readonly NewsUrl[];
}

export interface NewsUrl {
  readonly address: string;
  readonly title: string;
  /** When it appeared. */
  readonly published: string;
  /** Two or three letters (ISO 639), but for Chinese, whose writings Google tells apart. */
  readonly lang: string;
}

/** Old news leaves it with the next build, and no build is announced for that (`changes`): Google goes by the dates in it. */
export const newsSitemap = pageType({
  name: 'news-sitemap',
  renderer: 'archive',
  furnished: false,
  alone: true,

  pages({ edition }) {
    const since = edition.now - NEWS_AGE;
    const entries: Entry[] = [];
    for (const entry of edition.current.byAppearance()) {
      // Those to come are the newsroom's, and stand before all.
      if (entries.length === MOST_NEWS || entry.from <= since) break;
      if (entry.absence === undefined) entries.push(entry);
    }
    return [
      {
        url: NEWS_SITEMAP_URL,
        shown: { articles: showCards(entries, null), published: entries.map(({ from }) => from) },
      },
    ];
  },

  view: ({ articles, published }, tools): BareView<NewsSitemapView> => ({
    ...ABOUT,
    news: tools.matter(articles).map((matter, index) => ({
      address: tools.baseUrl + articleUrl(matter),
      title: matter.title,
      published: tools.moment(published[index]!).iso,
      lang: newsLanguage(matter.lang ?? tools.locale),
    })),
  }),
});

function newsLanguage(tag: string): string {
  if (/^zh-(?:hant|tw|hk|mo)\b/i.test(tag)) return 'zh-tw';
  const [language] = tag.split('-') as [string];
  return language === 'zh' ? 'zh-cn' : language;
}
