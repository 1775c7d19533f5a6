// Old addresses (`aliases` in the front matter) that lead to the article's present one, as far as files can answer them.
import { redirectUrl } from '../../address/old-address.ts';
import { type BareView, pageType } from '../page-type.ts';
import { showLink } from '../shown.ts';
import type { Link, PageView } from '../views.ts';

/** An old address that leads to a new one. */
export interface RedirectView extends PageView {
  readonly target: Link;
}

export const redirect = pageType({
  name: 'redirect',
  renderer: 'archive',
  furnished: false,

  *pages({ edition }) {
    for (const entry of edition.published) {
      for (const alias of entry.aliases) {
        const url = redirectUrl(alias);
        if (url !== null) yield { url, shown: showLink(entry) };
      }
    }
  },

  view(shown, tools): BareView<RedirectView> {
    const target = tools.link(shown);
    return {
      title: tools.words.moved(target.text),
      description: target.text,
      breadcrumb: [tools.home],
      target,
    };
  },
});
