// A mistake in what an article or page says, at a place of its file that is named, not yet found.
import type { Mistake } from '../problem/problem.ts';

/** A check knows the field; the line is found once somebody has the file's bytes. */
export interface EntryProblem extends Mistake {
  /** The article or page, by its file below the content folder. */
  readonly entry: { readonly file: string };
  /** Where in the front matter: `['topics', 1]`. */
  readonly path: readonly (string | number)[];
  /** Instead of a place in the front matter, an image or a link within the text, by its address as Markdown gives it. */
  readonly bodyAddress?: string;
}

/** A rule about one article. It reports each mistake that it finds. */
export type EntryCheck<Subject> = (article: Subject, report: (problem: EntryProblem) => void) => void;
