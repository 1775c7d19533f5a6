// The page to which the service of comments leads whoever has sent one.
import { THANKS_URL } from '../../address/addresses.ts';
import { type BareView, pageType } from '../page-type.ts';
import type { PageView } from '../views.ts';

/** `/participation/merci/` */
export type ThanksView = PageView;

export const thanks = pageType({
  name: 'thanks',
  renderer: 'eleventy',
  furnished: true,

  pages: ({ site }) =>
    site.participation === null ? [] : [{ url: THANKS_URL, shown: { portal: site.name } }],

  view: ({ portal }, tools): BareView<ThanksView> => ({
    title: tools.words.thanks,
    description: tools.words.thanksDescription(portal),
    breadcrumb: [tools.home],
  }),
});
