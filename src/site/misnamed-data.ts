// The names of what is in `_data`, and those of files that are not there, become the files that somebody may have meant for these.
import { problemMessages } from '../locale/problem-messages.ts';
import type { Problem } from '../problem/problem.ts';
import { wholeFile } from '../problem/whole-file.ts';
import { closestWord } from '../source/closest-word.ts';
import { isNoContent } from '../source/left-by-programs.ts';

/** By French words, and others that come to mind. */
const OTHER_NAMES: Readonly<Record<string, readonly string[]>> = {
  site: ['portail', 'config'],
  sections: ['rubriques', 'categories'],
  topics: ['sujets', 'mots-cles'],
  dossiers: ['pages-speciales'],
  'most-read': ['plus-lus', 'les-plus-lus', 'mostread', 'most_read'],
  weather: ['meteo', 'météo'],
  polls: ['sondages'],
  proof: ['preuve', 'qualite', 'qualité', 'quality'],
  'poll-totals': ['resultats', 'résultats', 'polltotals', 'poll_totals'],
};

/**
 * A warning for each file that is probably meant for one that is missing. Others are a site owner's own.
 * @param known names of the files that the engine reads, without their endings.
 * @param files directly in the folder: `topic.yaml`.
 */
export function findMisnamed(known: readonly string[], files: readonly string[]): readonly Problem[] {
  const missing = known.filter(name => !isThere(name, files));
  return files.flatMap((file): readonly Problem[] => {
    const meant = known.some(name => isNamed(file, name)) ? null : nameMeant(file, missing);
    if (meant === null) return [];
    return [wholeFile(file, 'misnamed-data', problemMessages.misnamedData(file, `${meant}.yaml`))];
  });
}

/** The file that is probably meant for the one of that name, which is missing; null: there is none. */
export function fileMeantFor(
  name: string,
  known: readonly string[],
  files: readonly string[],
): string | null {
  const missing = known.filter(each => !isThere(each, files));
  return files.find(file => nameMeant(file, missing) === name) ?? null;
}

function nameMeant(file: string, missing: readonly string[]): string | null {
  if (isNoContent(file) || !/\./.test(file)) return null;
  const stem = file.slice(0, file.indexOf('.')).normalize('NFC').toLowerCase();
  return (
    missing.find(name => name === stem || OTHER_NAMES[name]?.includes(stem)) ?? closestWord(stem, missing)
  );
}

function isThere(name: string, files: readonly string[]): boolean {
  return files.some(file => isNamed(file, name));
}

function isNamed(file: string, name: string): boolean {
  return ['.yaml', '.yml', '.json'].some(ending => file === name + ending);
}
