// Mistakes in what articles and pages say to problems at their lines. Each file is read and parsed once, however many mistakes it has.
import { locateBodyAddresses } from '../../article/locate-body-address.ts';
import { frontMatterFinder } from '../../article/locate-in-front-matter.ts';
import type { EntryProblem } from '../../check/entry-problem.ts';
import { type ContentSource, textBytes } from '../../content/content-source.ts';
import { capProblems, MOST_PROBLEMS } from '../../problem/cap-problems.ts';
import { compareProblems, type Problem } from '../../problem/problem.ts';

/** The files are below the content folder, as in `mistakes`. */
export function locateMistakes(mistakes: readonly EntryProblem[], source: ContentSource): readonly Problem[] {
  const byFile = Map.groupBy(mistakes, ({ entry }) => entry.file);
  source.prefetch(byFile.keys());
  return [...byFile].flatMap(([file, ofFile]) => locatedInFile(file, ofFile, textBytes(source, file)));
}

function locatedInFile(
  file: string,
  mistakes: readonly EntryProblem[],
  bytes: Uint8Array,
): readonly Problem[] {
  const shown = mistakes.slice(0, MOST_PROBLEMS);
  const inFrontMatter = frontMatterFinder(bytes);
  const addresses = shown.flatMap(({ bodyAddress }) => (bodyAddress === undefined ? [] : [bodyAddress]));
  const inBody = locateBodyAddresses(bytes, new Set(addresses));
  const problems = shown.map(({ path, bodyAddress, rule, message }) => {
    const position =
      bodyAddress === undefined ? inFrontMatter(path) : (inBody.get(bodyAddress) ?? { line: 1, column: 1 });
    return { file, ...position, rule, message };
  });
  return capProblems(problems.sort(compareProblems), mistakes.length - shown.length);
}
