// Pages that editors keep in `content/pages`.
import { editorialUrl } from '../../address/addresses.ts';
import type { LinkedFile } from '../../article/markdown/body-step.ts';
import { renderBody } from '../../article/markdown/render-body.ts';
import { pictureMarkup } from '../../images/picture-markup.ts';
import { type BareView, pageType } from '../page-type.ts';
import { showDocument, showPicture } from '../shown.ts';
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
    editorialPages.map(({ slug, title, description, body, media }) => ({
      url: editorialUrl(slug),
      shown: {
        title,
        description,
        body,
        pictures: media
          .filter(({ role }) => role === 'body')
          .map(each => ({ src: each.src, picture: showPicture(each, 'text') })),
        documents: media
          .filter(({ role }) => role === 'document')
          .map(each => ({ src: each.src, document: showDocument(each) })),
        pages: media.flatMap(({ src, facts }) => (facts.kind === 'page' ? [{ src, url: facts.url }] : [])),
      },
    })),

  view({ title, description, body, pictures, documents, pages }, tools): BareView<EditorialView> {
    const linked = new Map<string, LinkedFile>([
      ...documents.map(({ src, document }) => [src, tools.document(document)] as const),
      ...pages.map(({ src, url }) => [src, { url, document: null }] as const),
    ]);
    return {
      title,
      description,
      breadcrumb: [tools.home],
      bodyHtml: renderBody(body, {
        lang: null,
        place: tools.place,
        picture: (src, alt) => {
          const shown = pictures.find(each => each.src === src);
          return shown ? pictureMarkup(tools.picture(shown.picture), { alt, when: 'late' }) : null;
        },
        linkedFile: name => linked.get(name) ?? null,
      }),
    };
  },
});
