// The demonstration as readers get it: every page of it is valid HTML.
import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { sharedDemonstration } from './browser/shared-demonstration.ts';
import { validateHtml, validatorMissing } from './rendering/nu-validator.ts';

test('no page of the demonstration has an error or a warning', { skip: validatorMissing() }, async () => {
  const { outputDir } = await sharedDemonstration();
  const pages = readdirSync(outputDir, { recursive: true, encoding: 'utf8' })
    // Pieces of pages are part of no page until client code has put them there.
    .filter(name => name.endsWith('.html') && !name.startsWith('furniture'))
    .map(name => join(outputDir, name));
  assert.ok(pages.length > 100, `only ${pages.length} pages`);
  assert.equal(validateHtml(pages), '');
});
