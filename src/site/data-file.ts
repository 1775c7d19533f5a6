// The name of a `_data` file, without its ending, to what it says once checked.
import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { z } from 'zod';
import { problemMessages } from '../locale/problem-messages.ts';
import type { Checked } from '../problem/problem.ts';
import type { Rule } from '../problem/rule.ts';
import { wholeFile } from '../problem/whole-file.ts';
import { decodeText } from '../source/decode-text.ts';
import { findPrototypeKeys } from '../source/prototype-keys.ts';
import { readYaml } from '../source/read-yaml.ts';
import { findJsonProblem } from './data-names.ts';

/** 1 MiB: a hundred times what a large portal's lists need, and soon read. */
const MAX_DATA_BYTES = 1024 * 1024;

/** In the order in which they are named to the editor. JSON is a part of YAML, so one reader serves all. */
const endings = ['.yaml', '.yml', '.json'] as const;

/** A data folder: where it is, and the names of what is in it. */
export interface DataFolder {
  readonly path: string;
  readonly names: readonly string[];
}

/**
 * Looks into a data folder.
 * @returns null when there is no such folder or it can't be opened.
 */
export function openDataFolder(folder: string): DataFolder | null {
  try {
    return { path: folder, names: readdirSync(folder) };
  } catch {
    return null;
  }
}

/** The file of a name, in whichever of its forms it is there; undefined: in none. */
export function dataFileName({ names }: DataFolder, name: string): string | undefined {
  return endings.map(ending => name + ending).find(form => names.includes(form));
}

/**
 * Reads one file of the data folder, in whichever of its forms it is there.
 * @param name without its ending: `sections`.
 * @param guesses names that somebody may write for a field, in lower case: `titre` for `title`.
 * @returns what the file says; null when no form of it is there; or the problems, their `file` relative to the folder.
 */
export function readDataFile<T>(
  folder: DataFolder,
  name: string,
  schema: z.ZodType<T>,
  guesses?: ReadonlyMap<string, string>,
): Checked<T | null> {
  const [file, ...others] = endings.map(ending => name + ending).filter(form => folder.names.includes(form));
  if (file === undefined) return { ok: true, value: null };
  if (others.length > 0) {
    return fail(
      others[0]!,
      'two-forms',
      `Les fichiers « ${[file, ...others].join(' » et « ')} » disent la même chose sous deux formes ; gardez l’un des deux.`,
    );
  }
  let bytes: Uint8Array;
  try {
    const found = path.join(folder.path, file);
    const stat = lstatSync(found);
    // To read a pipe or a device is to wait for ever.
    if (!stat.isFile() && !stat.isDirectory()) return fail(file, 'not-a-file', problemMessages.notAFile());
    bytes = readFileSync(found);
  } catch {
    return fail(file, 'unreadable-file', problemMessages.unreadableFile());
  }
  return readDataBytes(bytes, file, schema, guesses);
}

/** The same of the bytes of a file, wherever they come from. */
export function readDataBytes<T>(
  bytes: Uint8Array,
  file: string,
  schema: z.ZodType<T>,
  guesses?: ReadonlyMap<string, string>,
): Checked<T> {
  if (bytes.length > MAX_DATA_BYTES) {
    const size = Math.ceil(bytes.length / 1024);
    const message = `Ce fichier fait ${size} Kio, pour ${MAX_DATA_BYTES / 1024} au plus ; retirez ce qui n’est plus montré.`;
    return fail(file, 'file-too-large', message);
  }
  const text = decodeText(bytes, file);
  if (!text.ok) return text;
  const reaching = findPrototypeKeys(text.value, file);
  if (reaching.length > 0) return { ok: false, problems: reaching };
  const read = readYaml(text.value, schema, { file, firstLine: 1 }, guesses);
  const notJson = read.ok && file.endsWith('.json') ? findJsonProblem(text.value, file) : null;
  return notJson === null ? read : { ok: false, problems: [notJson] };
}

function fail(file: string, rule: Rule, message: string): Checked<never> {
  return { ok: false, problems: [wholeFile(file, rule, message)] };
}
