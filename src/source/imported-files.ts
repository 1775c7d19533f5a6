// Modules of JavaScript or TypeScript to all files that they import, however far: what else their outcome follows from.
import { readFileSync, statSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';

/** What can be a module, and so may import another. */
export const MODULE_ENDINGS: ReadonlySet<string> = new Set(['.js', '.mjs', '.cjs', '.ts', '.mts', '.cts']);

/** `from './a.js'`, `import './a.js'`, `import('./a.js')`, `require("./a")`, `new URL('./a.csv', import.meta.url)`. */
const IMPORTED = /\b(?:from|import|require|URL)\s*(?:\(\s*)?(["'`])(\.{1,2}\/[^"'`\n]+)\1/g;

/** What `require` adds to a name, in its order. */
const LEFT_OUT = ['', '.js', '.json', '.cjs', '/index.js'];

/**
 * The files that `modules` name by relative paths, and those that these name, by their paths; `modules` themselves only when one
 * of these names them. Packages are not followed: their versions tell them apart.
 */
export function importedFiles(modules: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>();
  const waiting = [...modules];
  for (let module = waiting.pop(); module !== undefined; module = waiting.pop()) {
    if (!MODULE_ENDINGS.has(extname(module))) continue;
    for (const [, , named] of readFileSync(module, 'utf8').matchAll(IMPORTED)) {
      const file = resolved(join(dirname(module), named!));
      if (file === null || found.has(file)) continue;
      found.add(file);
      waiting.push(file);
    }
  }
  return found;
}

function resolved(path: string): string | null {
  const file = LEFT_OUT.map(ending => path + ending).find(isFile);
  return file ?? null;
}

/** A pipe or a device is none: to read it is to wait for ever. */
function isFile(path: string): boolean {
  try {
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
