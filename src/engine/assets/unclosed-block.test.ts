import assert from 'node:assert/strict';
import { test } from 'node:test';
import { unclosedBlock } from './unclosed-block.ts';

test('blocks that are all closed are no mistake', () => {
  assert.equal(unclosedBlock('@layer a {\n  b { color: red }\n}\n'), null);
  assert.equal(unclosedBlock(''), null);
});

test('the innermost block that stays open is the one', () => {
  assert.deepEqual(unclosedBlock('@layer a {\n  b {\n    c { color: red }\n  d { margin: 0 }\n}\n'), {
    line: 1,
    column: 10,
  });
  assert.deepEqual(unclosedBlock('a { }\n  b {'), { line: 2, column: 5 });
});

test('braces in comments and strings open nothing', () => {
  assert.equal(unclosedBlock("/* { */ a { content: \"{\" } b { content: '\\'{' }"), null);
});
