// Pages that editors keep in `content/pages`, and the page for addresses that lead nowhere.
import { renderBody } from '../article/markdown/render-body.ts';
import { pageWords } from '../locale/page-words.ts';
import { editorialUrl, NOT_FOUND_URL } from './addresses.ts';
import { homeLink } from './home-page.ts';
import { type BareView, type Page, type PageContext, partsOf } from './page.ts';
import type { EditorialView, NotFoundView } from './views.ts';

export function editorialPages({ editorialPages, site }: PageContext): Page[] {
  return editorialPages.map(({ slug, title, description, body }) => ({
    url: editorialUrl(slug),
    template: 'editorial',
    furnished: false,
    parts: partsOf([title, description, body]),
    view: (): BareView<EditorialView> => ({
      url: editorialUrl(slug),
      title,
      description,
      breadcrumb: [homeLink()],
      bodyHtml: renderBody(body, { lang: null, siteOrigin: site.baseUrl }),
    }),
  }));
}

export function notFoundPage(): Page {
  return {
    url: NOT_FOUND_URL,
    template: 'not-found',
    furnished: false,
    parts: 0,
    view: (): BareView<NotFoundView> => ({
      url: NOT_FOUND_URL,
      title: pageWords.notFound,
      description: pageWords.notFoundDescription,
      breadcrumb: [homeLink()],
    }),
  };
}
