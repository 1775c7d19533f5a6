// A mistake in a file becomes the result of the function that looked into the file.
import type { Mistake } from '../problem/problem.ts';

/** Without file and line: the code that reads the article adds those of the article. */
export interface MediaFailure {
  readonly ok: false;
  readonly mistake: Mistake;
}

export function mediaFailure(mistake: Mistake): MediaFailure {
  return { ok: false, mistake };
}
