// The articles and the site to all that is wrong between them: the list of checks that need no page.
import type { References } from '../article/read-references.ts';
import type { ReadEntry } from '../edition/entry.ts';
import type { Site } from '../site/site.ts';
import type { EntryCheck, EntryProblem } from './entry-problem.ts';
import { checkAddressLength } from './long-address.ts';
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
  entries: readonly ReadEntry[],
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
  // All checks of an article together: among 100,000, reaching each one's entry costs more than the checks.
  for (const entry of entries) {
    for (const check of ofReferences) check(entry, report);
    checkAddressLength(entry, report);
  }
  for (const article of faulty) for (const check of ofReferences) check(article, report);
  return [...problems, ...checkSameAddresses(entries), ...checkSameIdentities(entries)];
}
