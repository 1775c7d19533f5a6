// Whether the places that articles put on a map are known.
import { problemMessages } from '../locale/problem-messages.ts';
import { findPlace, placeNames } from '../map/gazetteer.ts';
import { closestWord } from '../source/closest-word.ts';
import type { EntryProblem } from './check-references.ts';
import type { ReadEntry } from './entry.ts';

export function checkMaps(entries: Iterable<Pick<ReadEntry, 'file' | 'map'>>): readonly EntryProblem[] {
  const problems: EntryProblem[] = [];
  for (const entry of entries) {
    const place = entry.map?.at === null ? entry.map.place : null;
    if (place === null || findPlace(place) !== null) continue;
    const closest = closestWord(place, placeNames);
    const hint = closest === null ? '' : problemMessages.didYouMean(closest);
    problems.push({
      entry,
      path: ['map'],
      rule: 'unknown-place',
      message: problemMessages.unknownPlace(place, hint),
    });
  }
  return problems;
}
