import assert from 'node:assert/strict';
import { test } from 'node:test';
import { errorText, jsonText } from './terminal-text.ts';

test('JSON has nothing that a terminal would obey, and the same value', () => {
  const value = { file: 'a\u009b2J\u001b[2J\u202e\u2028b', lines: ['\n'] };
  const text = jsonText(value);
  assert.equal(text.replace(/[ -~]/g, ''), '');
  assert.deepEqual(JSON.parse(text), value);
});

test('an error keeps its lines, and shows what is in them', () => {
  const text = errorText(new Error('a\u001b[2J\u0007\u009b'));
  assert.match(text, /^Error: a\ufffd\[2J\ufffd\ufffd\n {4}at /);
});
