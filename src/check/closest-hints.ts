// A name that nobody knows becomes the end of a message: the name that was meant, if one is close.
import { problemMessages } from '../locale/problem-messages.ts';
import { closestWord } from '../source/closest-word.ts';

/**
 * Comparisons of two names, which take a second together. Thousands of unknown names beside thousands of known ones are no typing
 * mistakes, and would take minutes.
 */
const MOST_COMPARED = 500_000;

/** What gives « Vouliez-vous dire … ? » with a space before it, or nothing when no name is close. */
export function closestHints(known: Iterable<string>): (name: string) => string {
  const words = [...known];
  const hints = new Map<string, string>();
  return name => {
    const before = hints.get(name);
    if (before !== undefined) return before;
    if ((hints.size + 1) * words.length > MOST_COMPARED) return '';
    const closest = closestWord(name, words);
    const hint = closest === null ? '' : problemMessages.didYouMean(closest);
    hints.set(name, hint);
    return hint;
  };
}
