// Checked content and a clock to the edition and all its pages; the last check is made here, where all addresses are known.
import type { Article } from '../../article/article.ts';
import { makeEdition } from '../../edition/edition.ts';
import { checkAliases } from '../../pages/check-addresses.ts';
import type { Page, PageContext } from '../../pages/page.ts';
import { allPages } from '../../pages/pages.ts';
import { compareProblems, type Problem } from '../../problem/problem.ts';
import type { Instant } from '../../time/instant.ts';
import { type Content, located, shown, withoutFaulty } from '../reading/read-content.ts';

export interface EditionPages {
  readonly context: PageContext;
  /** Made anew at each call. */
  readonly pages: () => Iterable<Page>;
  /** Of all faulty files: those of `content`, and articles whose old addresses are taken. All are left out. */
  readonly problems: readonly Problem[];
}

/** `articleOf` is only asked when a page's view is made. */
export function editionPages(
  content: Content,
  contentDir: string,
  now: Instant,
  articleOf: (file: string) => Article,
): EditionPages {
  const { site, editorialPages, threads, media } = content;
  let { entries } = content;
  const problems = [...content.problems];
  for (;;) {
    const context: PageContext = {
      site,
      editorialPages,
      media,
      articleOf,
      threadOf: file => threads.get(file) ?? null,
      edition: makeEdition(entries, site, now),
    };
    const pages = (): Iterable<Page> => allPages(context);
    const mistakes = checkAliases(entries, () => ownUrls(pages()));
    if (mistakes.length === 0) return { context, pages, problems: problems.sort(compareProblems) };
    for (const mistake of mistakes) {
      problems.push(shown(located(mistake, contentDir), contentDir));
    }
    entries = withoutFaulty(entries, mistakes);
  }
}

/** Of all pages but those at old addresses. */
function* ownUrls(pages: Iterable<Page>): Generator<string, void> {
  for (const { url, template } of pages) if (template !== 'redirect') yield url;
}
