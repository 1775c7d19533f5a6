// Old addresses (`aliases` in the front matter) that lead to the article's present one.
import { pageWords } from '../locale/page-words.ts';
import { articleLink } from './card.ts';
import { homeLink } from './home-page.ts';
import type { BareView, Page, PageContext } from './page.ts';
import type { RedirectView } from './views.ts';

export function redirectPages(context: PageContext): Page[] {
  const pages: Page[] = [];
  for (const entry of context.edition.published) {
    for (const alias of entry.aliases) {
      pages.push({
        url: alias,
        template: 'redirect',
        furnished: false,
        parts: entry.linkHash,
        view: (): BareView<RedirectView> => {
          const target = articleLink(entry, context);
          return {
            url: alias,
            title: pageWords.moved(target.text),
            description: target.text,
            breadcrumb: [homeLink()],
            target,
          };
        },
      });
    }
  }
  return pages;
}
