// Every kind of page of the site. What the house has to know of all of them follows from this list.
import type { Site } from '../site/site.ts';
import { absent } from './absent/absent-page.ts';
import { archives } from './archives/archives-page.ts';
import { day } from './archives/day-page.ts';
import { month } from './archives/month-page.ts';
import { year } from './archives/year-page.ts';
import { article } from './article/article-page.ts';
import { author } from './author/author-page.ts';
import { authors } from './author/authors-page.ts';
import { dossier } from './dossier/dossier-page.ts';
import { dossierPeriod } from './dossier/dossier-period-page.ts';
import { dossiers } from './dossier/dossiers-page.ts';
import { editorial } from './editorial/editorial-page.ts';
import { notFound } from './editorial/not-found-page.ts';
import { feed } from './feed/feed-page.ts';
import { feeds } from './feed/feeds-page.ts';
import { jsonFeed } from './feed/json-feed-page.ts';
import { rss } from './feed/rss-page.ts';
import { flashes } from './flash/flash-page.ts';
import { furniturePart } from './fragment/furniture-part.ts';
import { newest } from './fragment/newest-fragment.ts';
import { today } from './fragment/today-fragment.ts';
import { home } from './home/home-page.ts';
import { mostRead } from './most-read/most-read-page.ts';
import { ninjs } from './ninjs/ninjs-page.ts';
import type { Page, PageContext, PageType } from './page-type.ts';
import { pollList } from './participation/poll-list.ts';
import { takingComments } from './participation/taking-comments.ts';
import { thanks } from './participation/thanks-page.ts';
import { poll } from './poll/poll-page.ts';
import { polls } from './poll/polls-page.ts';
import { quality } from './quality/quality-page.ts';
import { redirect } from './redirect/redirect-page.ts';
import { searchCards } from './search/search-cards.ts';
import { search } from './search/search-page.ts';
import { searchSuggestions } from './search/search-suggestions.ts';
import { searchTerms } from './search/search-terms.ts';
import { sectionMonth } from './section/section-month-page.ts';
import { section } from './section/section-page.ts';
import { newsSitemap } from './sitemap/news-sitemap-page.ts';
import { sitemapIndex } from './sitemap/sitemap-index-page.ts';
import { sitemap } from './sitemap/sitemap-page.ts';
import { style } from './style/style-page.ts';
import { topic } from './topic/topic-page.ts';
import { topics } from './topic/topics-page.ts';
import type { Link } from './views.ts';
import { city } from './weather/city-page.ts';
import { weather } from './weather/weather-page.ts';
import { withdrawn } from './withdrawn/withdrawn-page.ts';

/** Fronts first: they are seen first. The footer names services in this order. */
export const PAGE_TYPES: readonly PageType[] = [
  home,
  section,
  sectionMonth,
  flashes,
  mostRead,
  weather,
  city,
  polls,
  poll,
  dossiers,
  dossier,
  dossierPeriod,
  topics,
  topic,
  authors,
  author,
  archives,
  year,
  month,
  day,
  search,
  searchSuggestions,
  searchTerms,
  searchCards,
  takingComments,
  pollList,
  thanks,
  editorial,
  quality,
  notFound,
  feeds,
  feed,
  furniturePart,
  rss,
  jsonFeed,
  sitemapIndex,
  sitemap,
  newsSitemap,
  today,
  newest,
  style,
  absent,
  redirect,
  withdrawn,
  article,
  ninjs,
];

/** By its name. */
export function pageTypeOf(name: string): PageType {
  const type = PAGE_TYPES.find(candidate => candidate.name === name);
  if (!type) throw new Error(`There is no kind of page « ${name} ».`);
  return type;
}

/**
 * All pages, each address once as long as the content was checked. They are made as they are asked for, so that those of
 * a whole archive need not be there at once.
 */
export function* allPages(context: PageContext): Generator<Page, void> {
  for (const { pages } of PAGE_TYPES) yield* pages(context);
}

/** What leads from the footer to pages that stand in no section, those that the portal has. */
export function servicesOf(site: Site): readonly Link[] {
  return PAGE_TYPES.flatMap(({ service }) => service?.(site) ?? []);
}

/** What becomes files beside pages: no page can take these first parts of addresses. */
const RESERVED_FOR_FILES = [
  // `/apercus/`: previews.
  'apercus',
  // `/assets/`: styles, fonts and scripts.
  'assets',
  // `/images/`: photographs, cards and maps in all their sizes.
  'images',
  // `/index.html` is the home page; some hosts answer `/index/` with it.
  'index',
  // `/medias/`: films, sounds and their captions.
  'medias',
];

/** The first parts of addresses that no section and no editorial page can take. */
export const RESERVED_ADDRESSES: ReadonlySet<string> = new Set([
  ...RESERVED_FOR_FILES,
  ...PAGE_TYPES.flatMap(({ reserved }) => reserved),
]);
