// An article that readers do not have, as the newsroom sees it: with why, and known by other hashes, so that every page which names it
// changes when it is published.
import { hashNumber, mix } from '../hash/hash.ts';
import { type Absence, absentAt } from './absence.ts';
import type { Entry } from './entry.ts';
import { withFields } from './plain-entry.ts';

export function markedEntry(entry: Entry, absence: Absence): Entry {
  const mark = hashNumber(`${absence} ${absentAt(entry, absence)}`);
  return withFields(entry, {
    absence,
    articleHash: mix(entry.articleHash, mark),
    cardHash: mix(entry.cardHash, mark),
    linkHash: mix(entry.linkHash, mark),
  });
}
