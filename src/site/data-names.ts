// What is in `_data` to what is wrong with it before anybody asks for it: names that are taken, keys that reach every object, files that
// can't be read. Eleventy reads all of that folder, whatever our own templates ask for.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { load } from 'js-yaml';
import { problemMessages } from '../locale/problem-messages.ts';
import type { Problem } from '../problem/problem.ts';
import { wholeFile } from '../problem/whole-file.ts';
import { decodeText } from '../source/decode-text.ts';
import { explainYamlFailure } from '../source/explain-yaml-error.ts';
import { filesBelow } from '../source/files-below.ts';
import { whereJsonEnds } from '../source/json-text.ts';
import { positionAt } from '../source/position.ts';
import { findPrototypeKeys, isPrototypeKey } from '../source/prototype-keys.ts';

/** As Eleventy reads them, with the endings that `.eleventy.js` adds. */
const DATA_ENDINGS = /\.(?:json|ya?ml|[cm]?js|ts)$/;
const TEXT_ENDINGS = /\.(?:json|ya?ml)$/;

/**
 * What a template finds under these names is the page's own or the engine's: eleventy 3.1.8 stops, or makes other pages, when a
 * file has one (11ty.dev/docs/data-eleventy-supplied, /docs/data-configuration); nunjucks has functions of the last three names.
 */
const TAKEN: ReadonlySet<string> = new Set([
  ...['view', 'words', 'addresses', 'portal', 'quotidien', 'loop'],
  ...['pkg', 'page', 'content', 'collections', 'tags', 'date', 'layout', 'pagination'],
  ...['permalink', 'permalinkBypassOutputDir', 'dynamicPermalink', 'templateEngineOverride'],
  ...['range', 'cycler', 'joiner'],
]);

function isTaken(name: string): boolean {
  return TAKEN.has(name) || name.startsWith('eleventy');
}

/**
 * What is wrong with the files of a data folder that the engine doesn't read itself, and with the names of all.
 * @param ownNames of the files, without their endings, that the engine reads and checks by a schema.
 * @returns the problems, their `file` relative to the data folder.
 */
export function findDataProblems(dataDir: string, ownNames: ReadonlySet<string>): readonly Problem[] {
  const problems: Problem[] = [];
  for (const { file, isFile } of filesBelow(dataDir).filter(({ file }) => DATA_ENDINGS.test(file))) {
    const mistaken = findNameProblem(file);
    if (mistaken !== null) problems.push(mistaken);
    else if (ownNames.has(file.replace(DATA_ENDINGS, ''))) continue;
    else if (!isFile) problems.push(wholeFile(file, 'not-a-file', problemMessages.notAFile()));
    else if (TEXT_ENDINGS.test(file)) problems.push(...findTextProblems(dataDir, file));
  }
  return problems;
}

/** Eleventy takes `bourse/taux.json` and `bourse.taux.json` alike for the field `taux` of `bourse`. */
function findNameProblem(file: string): Problem | null {
  const names = file.replace(DATA_ENDINGS, '').split(/[./[\]]+/);
  const [first = ''] = names;
  const leading = names.find(isPrototypeKey) ?? (isTaken(first) ? first : null);
  if (leading === null) return null;
  return wholeFile(
    file,
    'taken-name',
    `Dans les gabarits, le nom «\u00a0${leading}\u00a0» veut déjà dire autre chose\u202f; donnez-en un autre à ce fichier ou à son dossier.`,
  );
}

function findTextProblems(dataDir: string, file: string): readonly Problem[] {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path.join(dataDir, file));
  } catch {
    return [wholeFile(file, 'unreadable-file', problemMessages.unreadableFile())];
  }
  const decoded = decodeText(bytes, file);
  if (!decoded.ok) return decoded.problems;
  const text = decoded.value;
  if (text.split('\n').every(line => /^\s*(?:#|$)/.test(line))) {
    const message = 'Il n’y a rien à lire dans ce fichier\u202f; écrivez-y des données, ou supprimez-le.';
    return [wholeFile(file, 'empty-file', message)];
  }
  const problem = file.endsWith('.json') ? findJsonProblem(text, file) : findYamlProblem(text, file);
  return problem === null ? findPrototypeKeys(text, file) : [problem];
}

function findYamlProblem(text: string, file: string): Problem | null {
  let value: unknown;
  try {
    value = load(text);
  } catch (error) {
    const { offset, rule, message } = explainYamlFailure(text, error);
    return { file, ...positionAt(text, offset, 1), rule, message };
  }
  if (!text.includes('*') || nodesLeft(value, MOST_VALUES) >= 0) return null;
  return wholeFile(
    file,
    'yaml-alias',
    'Les renvois de ce fichier (les mots après «\u00a0*\u00a0») reprennent tant de valeurs qu’elles ne finissent pas\u202f; écrivez-les en entier.',
  );
}

/** A million, which no template shows. Aliases of aliases make as many of ten lines, and one of itself never ends. */
const MOST_VALUES = 1_000_000;

/** How many more than those of `value`, aliases counted as what they stand for, `most` allows; below 0: there are too many. */
function nodesLeft(value: unknown, most: number): number {
  let left = most;
  const ahead = [value];
  while (ahead.length > 0 && left >= 0) {
    const node = ahead.pop();
    left--;
    if (typeof node === 'object' && node !== null)
      for (const inner of Object.values(node)) if (ahead.length <= most) ahead.push(inner);
  }
  return left;
}

/**
 * The place where a text is no JSON, as Eleventy reads it: JSON is a part of YAML, but not the reverse.
 */
export function findJsonProblem(text: string, file: string): Problem | null {
  const end = whereJsonEnds(text);
  if (end === null) return null;
  return {
    file,
    ...positionAt(text, end, 1),
    rule: 'json-syntax',
    message:
      'Ce fichier n’est plus du JSON à partir d’ici\u202f; vérifiez les guillemets doubles, les virgules et les accolades, ou enregistrez-le en YAML, avec «\u00a0.yaml\u00a0» à la fin de son nom.',
  };
}
