// Where a site is published, and where what is known of it is kept: as they were typed, checked before anything is opened.
import { publishWords } from '../locale/publish-words.ts';
import { targetsOverlap } from '../store/overlapping-targets.ts';
import { readTarget, WrongTarget } from '../store/read-target.ts';
import { siblingTarget } from '../store/sibling-target.ts';
import { type Command, overlaps, type SharedOptions, wrongUsage } from './command-line.ts';

export const PLACE_OPTIONS = {
  to: { type: 'string' },
  state: { type: 'string' },
} as const;

export interface PublishPlace {
  readonly target: string;
  readonly stateTarget: string;
}

/** What is wrong with them ends the process with status 2. */
export function publishPlace(
  command: Command,
  { to, state }: { readonly to?: string | undefined; readonly state?: string | undefined },
  { contentDir, dataDir, cacheDir }: Pick<SharedOptions, 'contentDir' | 'dataDir' | 'cacheDir'>,
): PublishPlace {
  if (to === undefined) wrongUsage(command, publishWords.missingTarget(command));
  const target = readTarget(to);
  if (target instanceof WrongTarget) wrongUsage(command, target.sentence);
  const stateTarget = state ?? siblingTarget(to, '.state');
  if (stateTarget === null) wrongUsage(command, publishWords.stateNeeded);
  const statePlace = readTarget(stateTarget);
  if (statePlace instanceof WrongTarget) wrongUsage(command, publishWords.wrongState(statePlace.sentence));
  if (targetsOverlap(stateTarget, to)) wrongUsage(command, publishWords.sameState);
  for (const place of [target, statePlace])
    for (const other of [contentDir, dataDir, cacheDir])
      if (place.kind === 'folder' && overlaps(place.path, other))
        wrongUsage(command, publishWords.overlap(place.place, other));
  return { target: to, stateTarget };
}
