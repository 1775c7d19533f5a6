// What was typed after `--snapshots` to the place where snapshots stand beside those of `_data`.
import { cliWords } from '../locale/cli-words.ts';
import type { OpenSnapshotPlace } from '../snapshots/open-place.ts';
import { WrongTarget } from '../store/read-target.ts';
import { type Command, wrongUsage } from './command-line.ts';

/** undefined: nobody asked for one. Whoever gets it closes it. A wrong one ends the process with status 2. */
export async function snapshotsAsked(
  command: Command,
  text: string | undefined,
): Promise<OpenSnapshotPlace | undefined> {
  if (text === undefined) return undefined;
  const { openSnapshotPlace } = await import('../snapshots/open-place.ts');
  const place = await openSnapshotPlace(text);
  if (place instanceof WrongTarget) wrongUsage(command, cliWords.usage.wrongSnapshots(place.sentence));
  return place;
}
