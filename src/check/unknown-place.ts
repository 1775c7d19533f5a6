// Whether the gazetteer knows the places that articles put on a map.
import type { References } from '../article/read-references.ts';
import { problemMessages } from '../locale/problem-messages.ts';
import { findPlace, placeNames } from '../map/gazetteer.ts';
import { closestHint } from './closest-hint.ts';
import type { EntryCheck } from './entry-problem.ts';

/** A place whose coordinates are given need not be known. */
export const checkPlace: EntryCheck<Pick<References, 'file' | 'map'>> = (entry, report) => {
  const place = entry.map?.at === null ? entry.map.place : null;
  if (place === null || findPlace(place) !== null) return;
  const message = problemMessages.unknownPlace(place, closestHint(place, placeNames));
  report({ entry, path: ['map'], rule: 'unknown-place', message });
};
