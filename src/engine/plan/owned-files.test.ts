import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import { ownersFingerprint } from './owned-files.ts';

const FILES = {
  'src/theme/layouts/base.njk': '<html>',
  'src/theme/eleventy/agenda.11ty.js': "import './../../hours.js';",
  'src/hours.js': 'export const HOURS = 24;',
  '_data/site.yaml': 'name: Portail',
};

function withProject(use: (dir: string) => void): void {
  const dir = mkdtempSync(join(tmpdir(), 'quotidien-owned-'));
  try {
    for (const [file, text] of Object.entries(FILES)) {
      mkdirSync(dirname(join(dir, file)), { recursive: true });
      writeFileSync(join(dir, file), text);
    }
    use(dir);
  } finally {
    rmSync(dir, { recursive: true });
  }
}

const fingerprintIn = (dir: string): string =>
  ownersFingerprint('code', join(dir, 'src/theme'), join(dir, '_data'));

describe('the fingerprint of what an owner’s pages may be made from', () => {
  it('is the same wherever the project lies', () => {
    withProject(one => {
      withProject(other => assert.equal(fingerprintIn(one), fingerprintIn(other)));
    });
  });

  it('is another when any of it changes, or has another name', () => {
    for (const file of Object.keys(FILES)) {
      withProject(dir => {
        const before = fingerprintIn(dir);
        writeFileSync(join(dir, file), `${FILES[file as keyof typeof FILES]} `);
        assert.notEqual(fingerprintIn(dir), before, file);
      });
    }
    withProject(dir => {
      const before = fingerprintIn(dir);
      renameSync(join(dir, 'src/theme/layouts/base.njk'), join(dir, 'src/theme/layouts/bare.njk'));
      assert.notEqual(fingerprintIn(dir), before);
    });
  });
});
