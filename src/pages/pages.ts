// The edition in; every page of the site out.
import { archivePages } from './archive-pages.ts';
import { articlePages } from './article-page.ts';
import { dossierPages } from './dossier-pages.ts';
import { editorialPages, notFoundPage } from './editorial-pages.ts';
import { feedPage } from './feed-page.ts';
import { homePage } from './home-page.ts';
import type { Page, PageContext } from './page.ts';
import { redirectPages } from './redirect-pages.ts';
import { sectionPages } from './section-pages.ts';
import { topicPages } from './topic-pages.ts';

/** All pages, each address once as long as the content was checked. Fronts first: they are seen first. */
export function allPages(context: PageContext): Page[] {
  return [
    homePage(context),
    ...sectionPages(context),
    ...dossierPages(context),
    ...editorialPages(context),
    notFoundPage(),
    feedPage(context),
    ...archivePages(context),
    ...topicPages(context),
    ...redirectPages(context),
    ...articlePages(context),
  ];
}
