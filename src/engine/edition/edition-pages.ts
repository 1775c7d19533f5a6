// Checked content and a clock to the edition and what its pages are listed from; the last check is made here, where all addresses are known.
import { checkAliases } from '../../check/aliases.ts';
import { makeEdition } from '../../edition/edition.ts';
import type { PageContext } from '../../pages/page-type.ts';
import { PAGE_TYPES } from '../../pages/registry.ts';
import { compareProblems, type Problem } from '../../problem/problem.ts';
import type { Instant } from '../../time/instant.ts';
import { type Content, located, shown, withoutFaulty } from '../reading/read-content.ts';

export interface EditionPages {
  readonly context: PageContext;
  /** Of all faulty files: those of `content`, and articles whose old addresses are taken. All are left out. */
  readonly problems: readonly Problem[];
}

export function editionPages(
  content: Content,
  contentDir: string,
  now: Instant,
  stylePage: boolean,
): EditionPages {
  const { site, editorialPages, threads } = content;
  let { entries } = content;
  const problems = [...content.problems];
  for (;;) {
    const context: PageContext = {
      site,
      editorialPages,
      threadOf: file => threads.get(file) ?? null,
      edition: makeEdition(entries, site, now),
      stylePage,
    };
    const mistakes = checkAliases(entries, () => ownUrls(context));
    if (mistakes.length === 0) return { context, problems: problems.sort(compareProblems) };
    for (const mistake of mistakes) problems.push(shown(located(mistake, contentDir), contentDir));
    entries = withoutFaulty(entries, mistakes);
  }
}

/** Of all pages but those at old addresses. */
function* ownUrls(context: PageContext): Generator<string, void> {
  for (const { name, pages } of PAGE_TYPES) {
    if (name === 'redirect') continue;
    for (const { url } of pages(context)) yield url;
  }
}
