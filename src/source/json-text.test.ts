import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { howMany } from '../../tests/soak/how-many.ts';
import { whereJsonEnds } from './json-text.ts';

describe('the place from which on a text is no JSON', () => {
  const rows: readonly (readonly [text: string, stops: string])[] = [
    ['', ''],
    ['{', ''],
    ['# rien\n[]', '# rien\n[]'],
    ['[1,]', ']'],
    ['{"a": 1,}', '}'],
    ['{"a" 1}', '1}'],
    ['{a: 1}', 'a: 1}'],
    ["['a']", "'a']"],
    ['[1 2]', '2]'],
    ['[1}', '}'],
    ['[1] [2]', '[2]'],
    ['["a\nb"]', '"a\nb"]'],
    ['[{}]]', ']'],
  ];
  for (const [text, stops] of rows) {
    it(JSON.stringify(text), () => assert.equal(whereJsonEnds(text), text.length - stops.length));
  }

  it('there is none in JSON, and a bracket too many after it is one', () => {
    fc.assert(
      fc.property(fc.json(), text => {
        assert.equal(whereJsonEnds(text), null);
        assert.equal(whereJsonEnds(`${text} }`), text.length + 1);
      }),
      howMany('YAML texts'),
    );
  });
});
