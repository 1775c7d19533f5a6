// Each author: who it is, and the newest of what they signed.
import { authorUrl } from '../../address/addresses.ts';
import type { Picture } from '../../images/picture.ts';
import { type BareView, pageOfList, pageType } from '../page-type.ts';
import { feedOfList } from '../parts/feed-links.ts';
import { firstLook } from '../parts/first-look.ts';
import { inspect, showCards, showPicture } from '../shown.ts';
import type { Card, FeedLink, PageView } from '../views.ts';
import { authorsOf } from './authors-of-edition.ts';
import { authorsLink } from './authors-page.ts';

/** `/auteurs/{slug}/` */
export interface AuthorView extends PageView {
  readonly feeds: readonly FeedLink[];
  /** « Correspondante à Pékin » */
  readonly role: string | null;
  readonly biography: string | null;
  readonly portrait: Picture | null;
  readonly articles: readonly Card[];
  /** All that they signed, shown or not. */
  readonly count: number;
}

/** A page for whoever signed an article. */
export const author = pageType({
  name: 'author',
  renderer: 'archive',
  furnished: false,

  *pages({ edition, site, pictureNamed }) {
    for (const { slug, name, entries, profile } of authorsOf(edition, site)) {
      const portrait = profile?.portrait ? pictureNamed(profile.portrait) : null;
      const others = {
        slug,
        name,
        role: profile?.role ?? null,
        biography: profile?.biography ?? null,
        portrait: portrait && showPicture(portrait, 'portrait'),
        count: entries.length,
      };
      const show = () => ({ ...others, articles: showCards(entries.first(site.topicLength), 'card') });
      yield pageOfList(authorUrl(slug), show, () => {
        const { digest, pictured } = firstLook(entries, site.topicLength, others, show);
        return {
          digest,
          pictured: () => [...pictured(), ...inspect(others).pictured],
        };
      });
    }
  },

  view: (
    { slug, name, role, biography, portrait, count, articles },
    tools,
  ): BareView<AuthorView, 'feeds'> => ({
    feeds: feedOfList(authorUrl(slug), name),
    title: name,
    description: tools.words.authorDescription(name, role),
    breadcrumb: [tools.home, authorsLink],
    role,
    biography,
    portrait: portrait && tools.picture(portrait),
    articles: tools.cards(articles),
    count,
  }),
});
