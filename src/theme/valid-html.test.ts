// The Nu validator's word on every sample, where Java is there to run it.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { validateHtml, validatorMissing } from '../../tests/rendering/nu-validator.ts';
import { renderSample, samples } from '../../tests/rendering/render-sample.ts';

test('the Nu validator finds neither errors nor warnings in any page', { skip: validatorMissing() }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'quotidien-theme-'));
  try {
    const pages = samples
      // Feeds, and pieces of pages.
      .filter(
        ({ template }) =>
          !/\/(?:feed|rss|[a-z-]*sitemap[a-z-]*|today|newest|furniture-part)\.njk$/.test(template),
      )
      .map((sample, index) => {
        const file = join(folder, `${index}.html`);
        writeFileSync(file, renderSample(sample));
        return file;
      });
    assert.equal(
      validateHtml(pages),
      '',
      samples.map(({ name }, index) => `${index}.html: ${name}`).join('\n'),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
});
