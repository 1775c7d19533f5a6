// The index of authors.
import { AUTHORS_URL, authorUrl } from '../../address/addresses.ts';
import { pageWords } from '../../locale/page-words.ts';
import { type BareView, pageType } from '../page-type.ts';
import { indexPages, type NameGroup } from '../parts/alphabet.ts';
import type { Link, PageView } from '../views.ts';
import { authorsOf } from './authors-of-edition.ts';

/** `/auteurs/`, and once there are many `/auteurs/lettres/a/` */
export interface AuthorsView extends PageView {
  readonly letters: readonly Link[];
  readonly groups: readonly NameGroup[];
}

export const authorsLink: Link = { url: AUTHORS_URL, text: pageWords.authors };

export const authors = pageType({
  name: 'authors',
  renderer: 'archive',
  furnished: true,
  reserved: ['auteurs'],
  // Every page has the footer's links: none may come with the first article that somebody signs.
  service: site => (site.authors.length > 0 ? authorsLink : null),

  pages({ edition, site }) {
    const names = authorsOf(edition, site).map(({ slug, name, entries }) => ({
      url: authorUrl(slug),
      text: name,
      count: entries.length,
    }));
    if (names.length === 0 && site.authors.length === 0) return [];
    return indexPages(AUTHORS_URL, names).map(({ url, ...page }) => ({
      url,
      furnished: page.letter === null,
      shown: { ...page, portal: site.name },
    }));
  },

  view: ({ letter, letters, groups, portal }, tools): BareView<AuthorsView, 'crumb'> => ({
    title: letter === null ? tools.words.authors : tools.words.letterTitle(tools.words.authors, letter),
    description: tools.words.authorsDescription(portal),
    breadcrumb: letter === null ? [tools.home] : [tools.home, authorsLink],
    crumb: letter,
    letters,
    groups,
  }),
});
