// Whether the gazetteer knows the places that articles put on a map, and which of several is meant.
import type { References } from '../article/read-references.ts';
import { problemMessages } from '../locale/problem-messages.ts';
import { findPlace, namesakes, placeNames } from '../map/gazetteer.ts';
import { closestHints } from './closest-hints.ts';
import type { EntryCheck } from './entry-problem.ts';

/** A place whose coordinates are given need not be known. */
export function placeCheck(): EntryCheck<Pick<References, 'file' | 'map'>> {
  const hintFor = closestHints(placeNames);
  return (entry, report) => {
    const place = entry.map?.at === null ? entry.map.place : null;
    if (place === null) return;
    const meant = namesakes(place);
    if (meant.length > 1) {
      const message = problemMessages.ambiguousPlace(
        place,
        meant.map(({ writing }) => writing),
      );
      report({ entry, path: ['map'], rule: 'ambiguous-place', message });
    }
    if (meant.length > 0 || findPlace(place) !== null) return;
    const message = problemMessages.unknownPlace(place, hintFor(place));
    report({ entry, path: ['map'], rule: 'unknown-place', message });
  };
}
