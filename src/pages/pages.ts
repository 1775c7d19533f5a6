// The edition in; every page of the site out.
import { archivePages } from './archive-pages.ts';
import { articleMonths } from './article-page.ts';
import { dossierPages } from './dossier-pages.ts';
import { editorialPages, notFoundPage } from './editorial-pages.ts';
import { feedPage } from './feed-page.ts';
import { flashesPage } from './flashes-page.ts';
import { homePage } from './home-page.ts';
import { mostReadPage } from './most-read-page.ts';
import type { Page, PageContext } from './page.ts';
import { pollPages } from './poll-pages.ts';
import { redirectPages } from './redirect-pages.ts';
import { searchPages } from './search-pages.ts';
import { sectionPages } from './section-pages.ts';
import { stylePage } from './style-page.ts';
import { topicPages } from './topic-pages.ts';
import { weatherPages } from './weather-pages.ts';

/**
 * All pages, each address once as long as the content was checked. They are made as they are asked for, so that those of
 * a whole archive need not be there at once.
 */
export function* allPages(context: PageContext): Generator<Page, void> {
  yield* pagesBesideArticles(context);
  for (const { pages } of articleMonths(context)) yield* pages();
}

/** All pages but the articles' own; fronts first: they are seen first. */
export function* pagesBesideArticles(context: PageContext): Generator<Page, void> {
  yield homePage(context);
  yield* sectionPages(context);
  yield* dossierPages(context);
  yield* editorialPages(context);
  yield notFoundPage();
  yield feedPage(context);
  yield flashesPage(context);
  yield mostReadPage(context);
  yield* weatherPages(context);
  yield* pollPages(context);
  yield stylePage(context);
  yield* searchPages(context);
  yield* archivePages(context);
  yield* topicPages(context);
  yield* redirectPages(context);
}
