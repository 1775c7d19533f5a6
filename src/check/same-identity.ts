// Whether every article has an identity of its own: programs of readers take two of one for the same.
import { articleAddress } from '../address/addresses.ts';
import type { Entry } from '../edition/entry.ts';
import { type Identified, identityOf } from '../edition/identity.ts';
import type { MonthsOfEntries } from '../edition/months-of-entries.ts';
import { problemMessages } from '../locale/problem-messages.ts';
import type { EntryProblem } from './entry-problem.ts';

type Subject = Identified & Pick<Entry, 'file'>;

/** An article that has it by its address keeps it; of those that say it, the first by the name of its file. */
export function checkSameIdentities(entries: MonthsOfEntries): readonly EntryProblem[] {
  const saying = [
    ...entries.among(
      ({ ids }) => ids > 0,
      ({ id }) => id !== null,
    ),
  ];
  if (saying.length === 0) return [];
  saying.sort((a, b) => (a.file < b.file ? -1 : 1));
  const owners = new Map<string, Subject>();
  for (const entry of sayingNone(entries, saying)) owners.set(identityOf(entry), entry);
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

/** Articles that say no identity and may have that of one of those that do: only an address can be it, one of today or an old one. */
function* sayingNone(entries: MonthsOfEntries, saying: readonly Entry[]): Generator<Entry, void> {
  const addresses = saying.map(({ id }) => id!).filter(id => id.startsWith('/'));
  if (addresses.length === 0) return;
  const isSilent = ({ id }: Entry): boolean => id === null;
  const days = new Set(addresses.flatMap(address => articleAddress(address)?.day ?? []));
  for (const day of days) yield* entries.day(day).filter(isSilent);
  yield* entries.withAliases().filter(isSilent);
}
