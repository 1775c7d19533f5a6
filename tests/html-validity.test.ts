// The demonstration as readers get it: every page of it is valid HTML.
import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { buildSite } from '../src/engine/build.ts';
import { THEME_DIR } from '../src/engine/rendering/templates.ts';
import { validateHtml, validatorMissing } from './rendering/nu-validator.ts';

const ROOT = join(import.meta.dirname, '..');

test('no page of the demonstration has an error or a warning', { skip: validatorMissing() }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'quotidien-validity-'));
  try {
    const outputDir = join(folder, 'site');
    const outcome = await buildSite({
      contentDir: join(ROOT, 'content'),
      dataDir: join(ROOT, '_data'),
      outputDir,
      cacheDir: join(folder, 'cache'),
      now: null,
      wallClock: 0,
      workers: 1,
      full: false,
      keepGoing: false,
      // What pages say of images is looked at, not the images.
      images: 'when-asked',
      themeDir: THEME_DIR,
      onProgress: () => {},
    });
    assert.ok(outcome.ok, 'the demonstration does not build');
    const pages = readdirSync(outputDir, { recursive: true, encoding: 'utf8' })
      // Pieces of pages are part of no page until client code has put them there.
      .filter(name => name.endsWith('.html') && !name.startsWith('furniture'))
      .map(name => join(outputDir, name));
    assert.ok(pages.length > 100, `only ${pages.length} pages`);
    assert.equal(validateHtml(pages), '');
  } finally {
    rmSync(folder, { recursive: true });
  }
});
