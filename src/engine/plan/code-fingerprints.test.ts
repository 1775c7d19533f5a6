// Which edits of the code forget what: articles read, photographs looked at, pages rendered.
import assert from 'node:assert/strict';
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { codeFiles } from './code-fingerprints.ts';

const ROOT = join(import.meta.dirname, '../../..');

describe('the code that a fingerprint covers', () => {
  const { reading, media, files, pages } = codeFiles();
  const has = (files: ReadonlySet<string>, ...names: readonly string[]) =>
    names.filter(name => !files.has(name));

  it('is, for articles, all that reads them, and nothing that renders', () => {
    assert.deepEqual(
      has(
        reading,
        'src/article/read-article.ts',
        'src/typography/french.ts',
        'src/article/matter.ts',
        'src/edition/month-summary.ts',
        'src/comment/read-comment.ts',
      ),
      [],
    );
    assert.deepEqual(
      [...reading].filter(file => /^src\/(?:pages|theme|cli)\//.test(file)),
      [],
    );
  });

  it('is, for photographs and recordings, all that looks at them', () => {
    assert.deepEqual(has(media, 'src/images/read-photograph.ts', 'src/media/read-recording.ts'), []);
    assert.deepEqual(
      [...media].filter(file => /^src\/(?:pages|theme|cli|edition)\//.test(file)),
      [],
    );
  });

  it('is, for what months name of these, all that finds them', () => {
    assert.deepEqual(has(files, 'src/media/find-media.ts', 'src/engine/reading/entries-with-media.ts'), []);
    assert.deepEqual(
      [...files].filter(file => /^src\/(?:pages|theme|cli)\//.test(file)),
      [],
    );
  });

  it('is, for pages, every page type, block, filter and stage that a view passes through', () => {
    const views = globSync('src/pages/**/*.ts', { cwd: ROOT })
      .map(file => file.replaceAll('\\', '/'))
      .filter(file => !/-samples?\.ts$|\/sample-|\.test\.ts$|\/samples\/|site-rules|next-change/.test(file));
    // Files of types alone are gone when the program runs; no kind of page brings data of its own yet.
    const typesOnly = ['src/pages/views.ts', 'src/pages/page-data.ts'];
    assert.deepEqual(has(pages, ...views.filter(file => !typesOnly.includes(file))), []);
    assert.deepEqual(
      has(pages, 'src/theme/filters.ts', 'src/edition/related.ts', 'src/article/markdown/render-body.ts'),
      [],
    );
  });

  it('holds no command, no test and no sample', () => {
    for (const part of [reading, media, files, pages])
      assert.deepEqual(
        [...part].filter(file => /^src\/cli\/|\.test\.ts$|-samples?\.ts$|^tests\//.test(file)),
        [],
      );
  });
});
