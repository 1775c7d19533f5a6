// What a command says when the system refuses something.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, it } from 'node:test';
import { styleMistake } from '../../tests/broken-sites/message-style.ts';
import { OutputBlocked } from '../engine/output/output.ts';
import { errorOf, failureOf } from '../engine/threads/failure.ts';
import { systemErrorSentence } from './system-errors.ts';

/** The error that `act` throws. */
function thrownBy(act: () => unknown): unknown {
  try {
    act();
  } catch (error) {
    return error;
  }
  return assert.fail('nothing was thrown');
}

describe('what the system refuses is said in a French sentence', () => {
  for (const code of ['ENOSPC', 'EDQUOT', 'EACCES', 'EPERM', 'EROFS', 'EMFILE', 'ENOMEM', 'EIO']) {
    it(`for ${code}, with the file`, () => {
      const error = Object.assign(new Error(code), { code, path: '/srv/site/index.html' });
      const sentence = systemErrorSentence(error)!;
      assert.ok(sentence.includes('«\u00a0/srv/site/index.html\u00a0»'), sentence);
      assert.equal(styleMistake(sentence), null, sentence);
    });
  }

  it('for an error that others wrapped, in this thread or another', () => {
    const full = Object.assign(new Error('ENOSPC'), { code: 'ENOSPC', path: '_site/index.html' });
    const wrapped = Object.assign(new Error('Having trouble'), {
      originalError: new Error('b', { cause: full }),
    });
    const said = systemErrorSentence(full);
    assert.match(said ?? '', /Le disque est plein/);
    assert.equal(systemErrorSentence(wrapped), said);
    assert.equal(systemErrorSentence(errorOf(JSON.parse(JSON.stringify(failureOf(wrapped))))), said);
  });

  it('for a memory that SQLite can’t open', () => {
    const dir = mkdtempSync(join(tmpdir(), 'quotidien-test-'));
    const error = thrownBy(() => new DatabaseSync(join(dir, 'nulle/part.sqlite')));
    rmSync(dir, { recursive: true });
    assert.match(systemErrorSentence(error) ?? '', /refusée/);
  });

  it('for something strange in the way', () => {
    assert.match(systemErrorSentence(new OutputBlocked('_site/guide')) ?? '', /«\u00a0_site\/guide\u00a0»/);
  });
});

it('a mistake of ours is none of these', () => {
  assert.equal(systemErrorSentence(new TypeError('x is not a function')), null);
  assert.equal(systemErrorSentence(thrownBy(() => readFileSync('/nulle/part'))), null);
  assert.equal(systemErrorSentence('a text'), null);
});
