// Whether the gazetteer knows the places that articles put on a map.
import type { References } from '../article/read-references.ts';
import { problemMessages } from '../locale/problem-messages.ts';
import { findPlace, placeNames } from '../map/gazetteer.ts';
import { closestHint } from './closest-hint.ts';
import type { EntryProblem } from './entry-problem.ts';

/** A place whose coordinates are given need not be known. */
export function checkPlaces(articles: readonly Pick<References, 'file' | 'map'>[]): readonly EntryProblem[] {
  const problems: EntryProblem[] = [];
  for (const entry of articles) {
    const place = entry.map?.at === null ? entry.map.place : null;
    if (place === null || findPlace(place) !== null) continue;
    const message = problemMessages.unknownPlace(place, closestHint(place, placeNames));
    problems.push({ entry, path: ['map'], rule: 'unknown-place', message });
  }
  return problems;
}
