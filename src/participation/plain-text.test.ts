import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { howMany } from '../../tests/soak/how-many.ts';
import { plainLine, plainLines } from './plain-text.ts';

describe('the words of a reader', () => {
  it('keep their lines, and one blank line between two of them', () => {
    assert.equal(plainLines(' Un \r\n\r\n\r\n\r\ndeux\rtrois\u2028quatre\n'), 'Un\n\ndeux\ntrois\nquatre');
    assert.equal(plainLine('Jean\n\t Dupont'), 'Jean Dupont');
  });

  it('are composed', () => {
    assert.equal(plainLine('e\u0301te\u0301'), 'été');
  });

  for (const [what, typed, plain] of [
    ['a control that turns a line around', 'abc\u202edef\u2066ghi', 'abcdefghi'],
    ['a control of a terminal', 'abc\u001b[31md\u0007\u009b', 'abc[31md'],
    ['a space of no width', 'mo\u200bt\ufeff', 'mot'],
    ['a tag', 'mot\u{e0041}\u{e007f}', 'mot'],
    ['half a character', 'mot\ud800', 'mot'],
    ['a character that is none', 'mot\ufffe\u{1ffff}\ufdd0', 'mot'],
    ['a private character', 'mot\ue000', 'mot'],
  ] as const)
    it(`lose ${what}`, () => assert.equal(plainLines(typed), plain));

  it('keep emoji, and joiners within Persian', () => {
    assert.equal(plainLine('👨‍👩‍👧 ❤️ می\u200cخواهم'), '👨‍👩‍👧 ❤️ می\u200cخواهم');
  });

  it('have no towers of marks', () => {
    const tower = '\u0336\u0489'.repeat(50);
    assert.ok(plainLine(`z${tower}a`).length <= 6);
    assert.equal(plainLine('ประเทศที่'), 'ประเทศที่');
  });

  it('are none when nothing of them can be read', () => {
    for (const empty of ['', ' \n ', '\u3164', '\u2800\u115f', '… !', '\u0301', '\u200d'])
      assert.equal(plainLines(empty), '', JSON.stringify(empty));
  });

  it('stay as they are when they are made plain again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), typed => {
        const once = plainLines(typed);
        assert.equal(plainLines(once), once);
        assert.equal(plainLine(plainLine(typed)), plainLine(typed));
      }),
      howMany('words of readers'),
    );
  });
});
