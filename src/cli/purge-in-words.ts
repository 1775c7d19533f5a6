// What became of a purge to lines for a terminal: what was purged, what was not and why, and the line to type for what was not.
import { purgeWords } from '../locale/purge-words.ts';
import type { PurgeOutcome } from '../purge/purger.ts';

/** More addresses than these are too many for a line that somebody copies. */
const MOST_TYPED = 12;
/** Words cut longer ones. */
const LONGEST_TYPED = 200;

export interface PurgeLines {
  readonly done: readonly string[];
  readonly refused: readonly string[];
}

export function purgeInWords(outcome: PurgeOutcome): PurgeLines {
  const { cdn, scope, folders, purged, refusals } = outcome;
  const refused = refusals.map(({ reason, urls, detail }) =>
    purgeWords.refused(cdn, reason, urls.length, detail),
  );
  return {
    done: doneLines(cdn, scope, folders, purged.length, refusals.length === 0),
    refused: refused.length === 0 ? [] : [...refused, wayOn(outcome)],
  };
}

function doneLines(
  cdn: PurgeOutcome['cdn'],
  scope: PurgeOutcome['scope'],
  folders: readonly string[],
  count: number,
  whole: boolean,
): readonly string[] {
  if (scope === 'site') return whole ? [purgeWords.sitePurged(cdn, count)] : [];
  if (count > 0 && folders.length > 0) return [purgeWords.foldersPurged(cdn, count, folders)];
  if (count > 0) return [purgeWords.purged(cdn, count)];
  return whole ? [purgeWords.nothing(cdn)] : [];
}

function wayOn({ cdn, scope, refusals }: PurgeOutcome): string {
  if (scope === 'site' && refusals.some(({ reason }) => reason === 'not-offered'))
    return purgeWords.noWayForAll;
  const urls = refusals.flatMap(refusal => refusal.urls);
  const tooMuch = urls.length > MOST_TYPED || urls.some(({ length }) => length > LONGEST_TYPED);
  const typed = scope === 'site' || tooMuch ? ['--all'] : urls.map(shellWord);
  return purgeWords.again(cdn, typed);
}

/** As one word to a shell. */
function shellWord(url: string): string {
  return /^[\w./-]+$/.test(url) ? url : `'${url.replaceAll("'", `'\\''`)}'`;
}
