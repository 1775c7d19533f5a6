// What is wrong with a file that an article names, before it is known where the article names it.

/** Whoever reads the article knows the file and the line to show with it. */
export interface MediaMistake {
  /** The rule that is broken, in kebab-case: `missing-media`. */
  readonly rule: string;
  /** In French: what is wrong, then how to mend it. */
  readonly message: string;
}

/** What a reading comes to when something is wrong with the file. */
export interface MediaFailure {
  readonly ok: false;
  readonly mistake: MediaMistake;
}

export function mistaken(mistake: MediaMistake): MediaFailure {
  return { ok: false, mistake };
}
