// Pages that editors keep in `content/pages`, and the page for addresses that lead nowhere.

import { editorialUrl, NOT_FOUND_URL } from '../address/addresses.ts';
import { renderBody } from '../article/markdown/render-body.ts';
import { pictureOf } from '../images/picture.ts';
import { pictureMarkup } from '../images/picture-markup.ts';
import { pageWords } from '../locale/page-words.ts';
import { factsHash } from '../media/media-facts.ts';
import { photographOf } from './card.ts';
import { homeLink } from './home-page.ts';
import { type BareView, type Page, type PageContext, partsOf } from './page.ts';
import type { EditorialView, NotFoundView } from './views.ts';
import { photographFile } from './wanted-files.ts';

export function editorialPages(context: PageContext): Page[] {
  const { editorialPages, site, media } = context;
  return editorialPages.map(({ file, slug, title, description, body, images }) => ({
    url: editorialUrl(slug),
    template: 'editorial',
    furnished: false,
    parts: partsOf([title, description, body, images.map(src => factsHash(media.find(file, src).facts))]),
    files: () => images.map(src => photographFile(file, { src, focus: null }, 'text', context)),
    view: (): BareView<EditorialView> => ({
      url: editorialUrl(slug),
      title,
      description,
      breadcrumb: [homeLink()],
      bodyHtml: renderBody(body, {
        lang: null,
        siteOrigin: site.baseUrl,
        picture: (src, alt) =>
          pictureMarkup(pictureOf(photographOf(file, src, context), 'text', null), { alt, when: 'late' }),
      }),
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
