// What a module imports, however far, and nothing else.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { it } from 'node:test';
import { importedFiles } from './imported-files.ts';

const FILES = {
  'data/extra.js': `
    import a from "./a.mjs"; import 'fs'; import {\n  b,\n} from '../lib/b.ts';
    const c = await import(\`./c.js\`); const url = new URL('./taux.csv', import.meta.url);
    import missing from './nowhere.js';`,
  'data/a.mjs': "export { x } from './cycle.mjs';",
  'data/cycle.mjs': "import './a.mjs';",
  'lib/b.ts': "import type { T } from './types.ts';\nexport const b = 1;",
  'lib/types.ts': 'export type T = number;',
  'data/c.js': "require('./d'); require('./folder'); require('yaml');",
  'data/d.json': '{}',
  'data/folder/index.js': '',
  'data/taux.csv': "import './not-code.js'",
  'data/not-code.js': '',
  'data/other.js': '',
};

it('a module’s imports are found through all ways of writing, each once', () => {
  const dir = mkdtempSync(join(tmpdir(), 'quotidien-imports-'));
  try {
    for (const [file, text] of Object.entries(FILES)) {
      mkdirSync(dirname(join(dir, file)), { recursive: true });
      writeFileSync(join(dir, file), text);
    }
    const found = [...importedFiles([join(dir, 'data/extra.js'), join(dir, 'data/taux.csv')])];
    assert.deepEqual(found.map(file => relative(dir, file).replaceAll('\\', '/')).sort(), [
      'data/a.mjs',
      'data/c.js',
      'data/cycle.mjs',
      'data/d.json',
      'data/folder/index.js',
      'data/taux.csv',
      'lib/b.ts',
      'lib/types.ts',
    ]);
  } finally {
    rmSync(dir, { recursive: true });
  }
});
