import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loneBrace } from './lone-brace.ts';

test('blocks that are all closed are no mistake', () => {
  assert.equal(loneBrace('@layer a {\n  b { color: red }\n}\n'), null);
  assert.equal(loneBrace(''), null);
});

test('the innermost block that stays open is the one', () => {
  assert.deepEqual(loneBrace('@layer a {\n  b {\n    c { color: red }\n  d { margin: 0 }\n}\n'), {
    brace: '{',
    line: 1,
    column: 10,
  });
  assert.deepEqual(loneBrace('a { }\n  b {'), { brace: '{', line: 2, column: 5 });
});

test('a brace that closes nothing comes before all others', () => {
  assert.deepEqual(loneBrace('a { }\n  }\nb {'), { brace: '}', line: 2, column: 3 });
});

test('braces in comments and strings open nothing', () => {
  assert.equal(loneBrace("/* { */ a { content: \"{\" } b { content: '\\'{' }"), null);
});
