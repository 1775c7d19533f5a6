// The Nu validator's word on every sample, where Java is there to run it.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { renderSample } from './render-sample.ts';
import { samples } from './sample-views.ts';

const validator = join(import.meta.dirname, '../../node_modules/vnu-jar/build/dist/vnu.jar');
const missing = !existsSync(validator)
  ? 'vnu-jar is not installed'
  : spawnSync('java', ['-version']).status !== 0 && 'Java is not installed';

test('the Nu validator finds neither errors nor warnings in any page', { skip: missing }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'quotidien-theme-'));
  try {
    const pages = samples
      .filter(({ template }) => !template.endsWith('feed.njk'))
      .map((sample, index) => {
        const file = join(folder, `${index}.html`);
        writeFileSync(file, renderSample(sample));
        return file;
      });
    const { stdout, status } = spawnSync('java', ['-jar', validator, '--stdout', ...pages], {
      encoding: 'utf8',
    });
    assert.equal(stdout, '', samples.map(({ name }, index) => `${index}.html: ${name}`).join('\n'));
    assert.equal(status, 0);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
