// The articles and the site to all that is wrong between them: the list of checks that need no page.
import type { References } from '../article/read-references.ts';
import type { MonthSummary } from '../edition/month-summary.ts';
import type { MonthsOfEntries } from '../edition/months-of-entries.ts';
import type { Site } from '../site/site.ts';
import type { EntryCheck, EntryProblem } from './entry-problem.ts';
import { checkAddressLength, isLongAddress } from './long-address.ts';
import { checkSameAddresses } from './same-address.ts';
import { checkSameIdentities } from './same-identity.ts';
import { authorCheck } from './unknown-author.ts';
import { dossierCheck } from './unknown-dossier.ts';
import { editionCheck } from './unknown-edition.ts';
import { placeCheck } from './unknown-place.ts';
import { sectionCheck } from './unknown-section.ts';
import { topicCheck } from './unknown-topic.ts';

/**
 * Drafts and scheduled articles are checked too: a mistake should show on the day it is made. `faulty` is what articles name
 * that have a mistake of their own, so that one run shows all. In no order.
 */
export function checkEntries(
  entries: MonthsOfEntries,
  faulty: readonly References[],
  site: Site,
): readonly EntryProblem[] {
  const problems: EntryProblem[] = [];
  const report = (problem: EntryProblem): void => {
    problems.push(problem);
  };
  const ofReferences: readonly EntryCheck<References>[] = [
    sectionCheck(site),
    topicCheck(site),
    dossierCheck(site),
    authorCheck(site),
    editionCheck(site),
    placeCheck(),
  ];
  for (const month of entries.months) {
    if (!isAnyWrong(month.summary, ofReferences)) continue;
    for (const entry of month.entries) {
      for (const check of ofReferences) check(entry, report);
      checkAddressLength(entry, report);
    }
  }
  for (const article of faulty) for (const check of ofReferences) check(article, report);
  return [...problems, ...checkSameAddresses(entries), ...checkSameIdentities(entries)];
}

/** Whether an article of a month has a mistake, found out from all that they name together: what is right there is right in each. */
function isAnyWrong(summary: MonthSummary, checks: readonly EntryCheck<References>[]): boolean {
  if (isLongAddress(summary.longest)) return true;
  let isWrong = false;
  const report = (): void => {
    isWrong = true;
  };
  for (const named of namedTogether(summary)) for (const check of checks) check(named, report);
  return isWrong;
}

/** What articles of a month name, as if some others named it: a section and a place is one article's, lists can be long. */
function* namedTogether(summary: MonthSummary): Generator<References, void> {
  const nothing: References = {
    file: '',
    section: null,
    authors: [],
    topics: [],
    dossiers: [],
    translations: [],
    map: null,
    media: [],
  };
  yield {
    ...nothing,
    authors: summary.signed.flatMap(([names]) => names),
    topics: Object.keys(summary.topics),
    dossiers: Object.keys(summary.dossiers),
    translations: summary.langs.map(lang => ({ lang, url: '' })),
  };
  for (const section of Object.keys(summary.sections)) yield { ...nothing, section };
  for (const place of summary.places) yield { ...nothing, map: { place, at: null } };
}
