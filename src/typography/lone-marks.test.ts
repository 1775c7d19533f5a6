import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { loneMarks, mayHoldLoneMark } from './lone-marks.ts';

/** The texts with `¤` for each mark that is told; one that begins with `#` is no paragraph. */
function shown(texts: readonly string[]): readonly string[] {
  const letters = texts.map(text => [...text]);
  const lone = loneMarks(texts.map(text => ({ text, isParagraph: !text.startsWith('#') })));
  for (const { paragraph, at } of lone) letters[paragraph]![at] = '¤';
  return letters.map(text => text.join(''));
}

describe('a quotation mark without its partner is told', () => {
  const rows: readonly (readonly [name: string, typed: readonly string[], told: readonly string[]])[] = [
    ['never closed', ['Il dit : « Je pars'], ['Il dit : ¤ Je pars']],
    ['curly, never closed', ['Il dit : “Je pars.'], ['Il dit : ¤Je pars.']],
    ['closed by another kind', ['Il dit : « Je pars”.'], ['Il dit : ¤ Je pars¤.']],
    ['never opened', ['Je pars », dit-il.'], ['Je pars ¤, dit-il.']],
    ['curly, never opened', ['Je pars”, dit-il.'], ['Je pars¤, dit-il.']],
    ['never closed, before another', ['A « b.', 'Et : « c ».'], ['A ¤ b.', 'Et : « c ».']],
    ['never closed, before one later', ['« A.', 'B.', '« C », dit-il.'], ['¤ A.', 'B.', '« C », dit-il.']],
    ['never closed, in two sentences', ['« A. Et : « B. »'], ['¤ A. Et : « B. »']],
    ['a heading', ['# « A', 'B. »'], ['# ¤ A', 'B. ¤']],
    ['two marks that open', ['Le mot “x“ ici.'], ['Le mot ¤x“ ici.']],
  ];
  for (const [name, typed, told] of rows) {
    it(name, () => {
      assert.deepEqual(shown(typed), told);
      assert.ok(mayHoldLoneMark(typed.join('\n')), 'the quick look');
    });
  }

  const right: readonly (readonly [name: string, typed: readonly string[]])[] = [
    ['a pair', ['« A » et “b”, dit«c».']],
    ['one in another', ['« A “b” c », « d « e » f »']],
    ['several paragraphs', ['Il dit : « A.', 'B.', 'C. »']],
    ['several paragraphs, opened at each', ['« A.', '« B.', '« C. »']],
    ['several paragraphs, continued by the other mark', ['« A.', '» B.', '» C. »']],
    ['curly, opened at each', ['“A.', '“B.”']],
    ['around a photograph', ['« A.', '\uFFFC', '« B. »']],
    ['two that end together', ['« Il dit : « Viens ! »']],
    ['an arrow', ['» À lire aussi', 'Accueil » Chine » Port', 'Lire la suite »']],
    ['German', ['Le „Wort“ et le »Wort« ici.']],
    ['Swedish', ['Le ”ord” ici.']],
    ['inches', ['Un écran de 21”.']],
    ['none', ['A.', '']],
  ];
  for (const [name, typed] of right) it(`but not ${name}`, () => assert.deepEqual(shown(typed), typed));

  it('in time that grows with the text', () => {
    const pieces = ['« ', '»', '“a', ' ”', '« a : « b » ', ' ».', ' '.repeat(50)];
    for (const piece of pieces) {
      const text = piece.repeat(100_000);
      mayHoldLoneMark(text);
      loneMarks([{ text, isParagraph: true }]);
      loneMarks(Array.from({ length: 20_000 }, () => ({ text: piece, isParagraph: true })));
    }
  });
});

it('the quick look passes over pairs', () => assert.ok(!mayHoldLoneMark('« A », “b”.\n« C » d')));
