// Whether every article has an identity of its own: programs of readers take two of one for the same.
import type { ReadEntry } from '../edition/entry.ts';
import { type Identified, identityOf } from '../edition/identity.ts';
import { problemMessages } from '../locale/problem-messages.ts';
import type { EntryProblem } from './entry-problem.ts';

type Subject = Identified & Pick<ReadEntry, 'file'>;

/** An article that has it by its address keeps it; of those that say it, the first by the name of its file. */
export function checkSameIdentities(entries: readonly Subject[]): readonly EntryProblem[] {
  const saying = entries.filter(({ id }) => id !== null).sort((a, b) => (a.file < b.file ? -1 : 1));
  if (saying.length === 0) return [];
  const owners = new Map<string, Subject>();
  // Only an address can be the identity of an article that says none.
  if (saying.some(({ id }) => id!.startsWith('/')))
    for (const entry of entries) if (entry.id === null) owners.set(identityOf(entry), entry);
  const problems: EntryProblem[] = [];
  for (const entry of saying) {
    const owner = owners.get(entry.id!);
    if (owner === undefined) owners.set(entry.id!, entry);
    else {
      const message = problemMessages.sameIdentity(entry.id!, owner.file);
      problems.push({ entry, path: ['id'], rule: 'same-id', message });
    }
  }
  return problems;
}
