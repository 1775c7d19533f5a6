import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { keptTexts, TEMPLATES_FILE } from './kept-texts.ts';

describe('templates that an earlier build compiled', () => {
  let folder: string;
  let compiled: string[];
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'quotidien-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  const build = (
    templates: readonly string[],
    version = '1',
    cacheDir = folder,
    others = 0,
  ): readonly string[] => {
    compiled = [];
    const kept = keptTexts(join(cacheDir, TEMPLATES_FILE), version, others);
    const code = templates.map(each =>
      kept.of(each, template => {
        compiled.push(template);
        return `code of ${template}`;
      }),
    );
    kept.keep();
    return code;
  };

  it('are not compiled again', () => {
    const first = build(['a', 'b']);
    assert.deepEqual(
      [first, compiled],
      [
        ['code of a', 'code of b'],
        ['a', 'b'],
      ],
    );
    assert.deepEqual([build(['a', 'b']), compiled], [first, []]);
  });

  it('are, each by itself, when they changed', () => {
    build(['a', 'b']);
    build(['a', 'c']);
    assert.deepEqual(compiled, ['c']);
    build(['b', 'c']);
    assert.deepEqual(compiled, ['b'], 'what no theme has any more is forgotten');
  });

  it('stay for a while where others than those of the last build are kept', () => {
    const some = (templates: readonly string[]) => build(templates, '1', folder, 2);
    some(['a', 'b', 'c']);
    some(['d']);
    assert.deepEqual([some(['c', 'b']), compiled], [['code of c', 'code of b'], []]);
    some(['a']);
    assert.deepEqual(compiled, ['a'], 'the oldest go first');
  });

  it('are compiled again by another version of the code', () => {
    build(['a']);
    build(['a'], '2');
    assert.deepEqual(compiled, ['a']);
  });

  it('are compiled again when what was kept is damaged', () => {
    build(['a']);
    const [file] = readdirSync(folder);
    const path = join(folder, file!);
    writeFileSync(path, readFileSync(path, 'utf8').replace('code of a', 'code of b'));
    assert.deepEqual([build(['a']), compiled], [['code of a'], ['a']]);
  });

  it('are made all the same where nothing can be kept', () => {
    const file = join(folder, 'a-file');
    writeFileSync(file, '');
    assert.deepEqual(build(['a'], '1', join(file, 'cache')), ['code of a']);
  });
});
