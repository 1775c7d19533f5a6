// The problems of one file become at most as many as an editor reads, with the number of the others; and a message, as long as one reads.
import type { Mistake } from './problem.ts';

/** Of one file; who has mended so many builds again. */
export const MOST_PROBLEMS = 50;

/** Of the message, in UTF-16 code units: nothing that it quotes is longer than a few lines. */
const LONGEST = 500;

interface Placed extends Mistake {
  readonly line: number;
  readonly column: number;
}

/**
 * The first problems of one file, then one that counts the others.
 * @param problems in the order in which they are shown; those that count others are added up.
 * @param leftOut how many were found besides and not even placed.
 */
export function capProblems<P extends Placed>(problems: readonly P[], leftOut = 0): readonly P[] {
  const named = problems.filter(({ others }) => others === undefined);
  const shown = named.slice(0, MOST_PROBLEMS);
  const counted = problems.reduce((sum, { others = 0 }) => sum + others, leftOut);
  const others = named.length - shown.length + counted;
  const last = shown.at(-1);
  if (others === 0 || last === undefined) return shown;
  const count = others === 1 ? '1 autre problème' : `${others} autres problèmes`;
  const message = `Et ${count} dans ce fichier\u202f; corrigez d’abord ceux qui précèdent.`;
  return [...shown, { ...last, rule: 'more-problems', message, others }];
}

/** Cut in the middle: a message begins with what is wrong, and ends with how to mend it. */
export function withinLength(message: string): string {
  return message.length <= LONGEST ? message : `${message.slice(0, 240)}…${message.slice(-240)}`;
}
