// What stands at the address of an article that was withdrawn: which one it was, and why readers no longer have it.
import { articleUrl } from '../../address/addresses.ts';
import { type BareView, pageType } from '../page-type.ts';
import { showCard } from '../shown.ts';
import type { Link, Moment, PageView } from '../views.ts';

export interface WithdrawnView extends PageView {
  readonly section: Link;
  /** The article's own. */
  readonly date: Moment;
  readonly reason: string;
}

export const withdrawn = pageType({
  name: 'withdrawn',
  renderer: 'archive',
  furnished: false,

  *pages({ edition }) {
    for (const entry of edition.absent.withdrawn)
      yield {
        url: articleUrl(entry),
        month: entry.day.slice(0, 7),
        shown: { article: showCard(entry, null), reason: entry.withdrawn ?? '' },
      };
  },

  view({ article, reason }, tools): BareView<WithdrawnView, 'section' | 'lang'> {
    const { title, section, date, lang } = tools.card(article);
    return { title, description: reason, breadcrumb: [tools.home, section], section, date, reason, lang };
  },
});
