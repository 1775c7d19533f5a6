// The page for addresses that lead nowhere.
import { NOT_FOUND_URL } from '../../address/addresses.ts';
import { type BareView, pageType } from '../page-type.ts';
import type { PageView } from '../views.ts';

/** `/404.html` */
export type NotFoundView = PageView;

export const notFound = pageType({
  name: 'not-found',
  renderer: 'eleventy',
  furnished: false,
  // Some hosts answer `/404` and `/404/` with `/404.html`.
  reserved: ['404'],

  pages: () => [{ url: NOT_FOUND_URL, shown: null }],

  view: (_, tools): BareView<NotFoundView> => ({
    title: tools.words.notFound,
    description: tools.words.notFoundDescription,
    breadcrumb: [tools.home],
  }),
});
