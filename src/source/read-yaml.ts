// The text of a `_data` file becomes its typed value. JSON is YAML, so both are read here.
import type { z } from 'zod';
import type { Checked } from '../problem/problem.ts';
import { checkSchema } from './check-schema.ts';
import type { Where } from './position.ts';
import { parseYaml } from './yaml-document.ts';

/**
 * Reads YAML or JSON and checks it.
 * @param text with `\n` line ends and without byte order mark, as `decodeText` gives it.
 * @param where the file's name, and the file's line on which `text` begins.
 * @returns the schema's value, or every problem: of the writing, or else of the content.
 */
export function readYaml<T>(text: string, schema: z.ZodType<T>, where: Where): Checked<T> {
  const document = parseYaml(text, where, 'typed');
  return document.ok ? checkSchema(document.value, schema, where) : document;
}
