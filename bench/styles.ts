// The theme's style sheets as one file, as every program of the bench delivers it.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = join(import.meta.dirname, '../src/theme/styles');

export function bundledStyles(): string {
  return readdirSync(FOLDER)
    .filter(name => name.endsWith('.css'))
    .sort()
    .map(name => readFileSync(join(FOLDER, name), 'utf8'))
    .join('');
}
