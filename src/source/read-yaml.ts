// The text of a file in YAML becomes its typed value, or its problems. It may be JSON, which is YAML.
import type { z } from 'zod';
import { capProblems } from '../problem/cap-problems.ts';
import { type Checked, compareProblems } from '../problem/problem.ts';
import { checkSchema } from './check-schema.ts';
import type { Where } from './position.ts';
import { parseYaml } from './yaml-document.ts';

/**
 * Reads YAML or JSON and checks it.
 * @param text a text from `decodeText`, with `\n` line ends and without byte order mark.
 * @returns the schema's value, or the problems: those of the syntax or, if there is none, those of the content.
 */
export function readYaml<T>(
  text: string,
  schema: z.ZodType<T>,
  where: Where,
  guesses?: ReadonlyMap<string, string>,
): Checked<T> {
  const document = parseYaml(text, where, 'typed');
  const read = document.ok ? checkSchema(document.value, schema, where, guesses) : document;
  return read.ok ? read : { ok: false, problems: capProblems(read.problems.toSorted(compareProblems)) };
}
