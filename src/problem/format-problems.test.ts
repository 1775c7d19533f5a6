import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatProblems } from './format-problems.ts';
import { wholeFile } from './whole-file.ts';

test('what a file’s name holds does not reach the terminal as a command', () => {
  const shown = formatProblems([wholeFile('articles/a\u001b[2J\n\u202eb.md', 'bad-slug', 'Non\u0007.')]);
  assert.equal(shown, 'articles/a\ufffd[2J\ufffd\ufffdb.md:1:1\n  Non\ufffd. [bad-slug]\n');
});
