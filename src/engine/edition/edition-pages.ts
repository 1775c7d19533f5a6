// Checked content and a clock to the edition and what its pages are listed from; the last check is made here, where all addresses are known.
import { checkAliases, type TakenAddress } from '../../check/aliases.ts';
import { makeEdition } from '../../edition/edition.ts';
import type { Entry } from '../../edition/entry.ts';
import type { PageContext } from '../../pages/page-type.ts';
import { PAGE_TYPES } from '../../pages/registry.ts';
import { compareProblems, type Problem } from '../../problem/problem.ts';
import type { Instant } from '../../time/instant.ts';
import { locateMistakes } from '../reading/locate-mistakes.ts';
import { type Content, shown, withoutFaulty } from '../reading/read-content.ts';

export interface EditionPages {
  readonly context: PageContext;
  /** Scheduled articles and drafts, as if they appeared now. */
  readonly toCome: PageContext;
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
  const contextOf = (some: readonly Entry[]): PageContext => ({
    site,
    editorialPages,
    threadOf: file => threads.get(file) ?? null,
    edition: makeEdition(some, site, now),
    stylePage,
  });
  for (;;) {
    const context = contextOf(entries);
    const toCome = contextOf(entries.filter(entry => isToCome(entry, now)).map(published(now)));
    const mistakes = checkAliases(entries, () => takenAddresses(context, toCome));
    if (mistakes.length === 0) return { context, toCome, problems: problems.sort(compareProblems) };
    for (const problem of locateMistakes(mistakes, contentDir)) problems.push(shown(problem, contentDir));
    entries = withoutFaulty(entries, mistakes);
  }
}

function isToCome({ draft, from, expires }: Entry, now: Instant): boolean {
  return draft || (from > now && (expires === null || expires > now));
}

function published(now: Instant): (entry: Entry) => Entry {
  return entry => ({ ...entry, draft: false, from: now, expires: null });
}

/** Of all pages but those at old addresses: those of today, and those that a planned build or the end of a draft will add. */
function* takenAddresses(context: PageContext, toCome: PageContext): Generator<TakenAddress, void> {
  for (const url of ownUrls(context)) yield { url, toCome: false };
  if (toCome.edition.counts.total === 0) return;
  for (const url of ownUrls(toCome)) yield { url, toCome: true };
}

function* ownUrls(context: PageContext): Generator<string, void> {
  for (const { name, pages } of PAGE_TYPES) {
    if (name === 'redirect') continue;
    for (const { url } of pages(context)) yield url;
  }
}
