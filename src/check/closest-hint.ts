// A name that nobody knows becomes the end of a message: the name that was meant, if one is close.
import { problemMessages } from '../locale/problem-messages.ts';
import { closestWord } from '../source/closest-word.ts';

/** « Vouliez-vous dire … ? » with a space before it; empty when no name is close. */
export function closestHint(name: string, known: Iterable<string>): string {
  const closest = closestWord(name, [...known]);
  return closest === null ? '' : problemMessages.didYouMean(closest);
}
