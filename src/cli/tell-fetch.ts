// A number of files that are about to be fetched to a line for who waits.
import { gitWords } from '../locale/git-words.ts';

/** Fewer come before one wonders. */
const WORTH_WORDS = 500;

export function tellFetch(isQuiet: boolean): (files: number) => void {
  return files => {
    if (!isQuiet && files >= WORTH_WORDS) console.error(gitWords.fetching(files));
  };
}
