// A field's path becomes its position in a file of `_data`, for problems that show only beside other files.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Mistake, Problem } from '../problem/problem.ts';
import { decodeText } from '../source/decode-text.ts';
import { type Path, parseYaml } from '../source/yaml-document.ts';
import { dataFileName, openDataFolder } from './data-file.ts';

/** @param name of a file that could be read, without its ending. Its problems' `file` is relative to the data folder. */
export function problemsInData(
  dataDir: string,
  name: string,
  mistakes: readonly (Mistake & { readonly path: Path })[],
): readonly Problem[] {
  if (mistakes.length === 0) return [];
  const folder = openDataFolder(dataDir);
  const file = folder && dataFileName(folder, name);
  if (!file) return [];
  const text = decodeText(readFileSync(path.join(dataDir, file)), file);
  const document = text.ok ? parseYaml(text.value, { file, firstLine: 1 }, 'typed') : text;
  return mistakes.map(({ path: field, rule, message }) => {
    const position = document.ok ? document.value.locate(field) : { line: 1, column: 1 };
    return { file, ...position, rule, message };
  });
}
