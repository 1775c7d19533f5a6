// What a look at a file comes to when something is wrong with it.
import type { Mistake } from '../problem/problem.ts';

/** Whoever reads the article knows the file and the line to show with the mistake. */
export interface MediaFailure {
  readonly ok: false;
  readonly mistake: Mistake;
}

export function mistaken(mistake: Mistake): MediaFailure {
  return { ok: false, mistake };
}
