// Pages that editors keep in `content/pages`.
import { editorialUrl } from '../../address/addresses.ts';
import { renderBody } from '../../article/markdown/render-body.ts';
import { pictureMarkup } from '../../images/picture-markup.ts';
import { type BareView, pageType } from '../page-type.ts';
import { showPicture } from '../shown.ts';
import type { PageView } from '../views.ts';

/** À propos, mentions légales: Markdown files in `content/pages`. */
export interface EditorialView extends PageView {
  readonly bodyHtml: string;
}

export const editorial = pageType({
  name: 'editorial',
  renderer: 'eleventy',
  furnished: false,

  pages: ({ editorialPages }) =>
    editorialPages.map(({ slug, title, description, body, images }) => ({
      url: editorialUrl(slug),
      shown: {
        title,
        description,
        body,
        pictures: images.map(media => ({ src: media.src, picture: showPicture(media, 'text') })),
      },
    })),

  view: ({ title, description, body, pictures }, tools): BareView<EditorialView> => ({
    title,
    description,
    breadcrumb: [tools.home],
    bodyHtml: renderBody(body, {
      lang: null,
      siteOrigin: tools.baseUrl,
      picture: (src, alt) => {
        const shown = pictures.find(each => each.src === src);
        return shown ? pictureMarkup(tools.picture(shown.picture), { alt, when: 'late' }) : null;
      },
    }),
  }),
});
