// The articles and the site to all that is wrong between them: the list of checks that need no page.
import type { References } from '../article/read-references.ts';
import type { ReadEntry } from '../edition/entry.ts';
import type { Site } from '../site/site.ts';
import type { EntryProblem } from './entry-problem.ts';
import { checkAddressLengths } from './long-address.ts';
import { checkSameAddresses } from './same-address.ts';
import { checkDossiers } from './unknown-dossier.ts';
import { checkPlaces } from './unknown-place.ts';
import { checkSections } from './unknown-section.ts';
import { checkTopics } from './unknown-topic.ts';

/**
 * Drafts and scheduled articles are checked too: a mistake should show on the day it is made. `faulty` is what articles name
 * that have a mistake of their own, so that one run shows all. In no order.
 */
export function checkEntries(
  entries: readonly ReadEntry[],
  faulty: readonly References[],
  site: Site,
): readonly EntryProblem[] {
  const all = [...entries, ...faulty];
  return [
    ...checkSections(all, site),
    ...checkTopics(all, site),
    ...checkDossiers(all, site),
    ...checkPlaces(all),
    ...checkAddressLengths(entries),
    ...checkSameAddresses(entries),
  ];
}
