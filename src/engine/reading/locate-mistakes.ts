// Mistakes in what articles and pages say to problems at their lines. Each file is read and parsed once, however many mistakes it has.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { locateBodyAddresses } from '../../article/locate-body-address.ts';
import { frontMatterFinder } from '../../article/locate-in-front-matter.ts';
import type { EntryProblem } from '../../check/entry-problem.ts';
import { capProblems, MOST_PROBLEMS } from '../../problem/cap-problems.ts';
import { compareProblems, type Problem } from '../../problem/problem.ts';

/** The files are below the content folder, as in `mistakes`. */
export function locateMistakes(mistakes: readonly EntryProblem[], contentDir: string): readonly Problem[] {
  return [...Map.groupBy(mistakes, ({ entry }) => entry.file)].flatMap(([file, ofFile]) =>
    locatedInFile(file, ofFile, readFileSync(join(contentDir, file))),
  );
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
