import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { joinQuotations } from './quoted-paragraphs.ts';

/** The paragraphs with the marks that are set, and `¤` for those that are told. */
function shown(paragraphs: readonly string[]): readonly string[] {
  const letters = paragraphs.map(text => [...text]);
  const { set, lone } = joinQuotations(paragraphs);
  for (const { paragraph, at, by, isNew } of set)
    letters[paragraph]![at] = isNew ? by + letters[paragraph]![at] : by;
  for (const { paragraph, at } of lone) letters[paragraph]![at] = '¤';
  return letters.map(text => text.join(''));
}

describe('a quotation goes through several paragraphs', () => {
  const rows: readonly (readonly [name: string, typed: readonly string[], set: readonly string[]])[] = [
    ['opened at each, closed at the last', ['"Un.', '"Deux.', '"Trois."'], ['«Un.', '«Deux.', '"Trois."']],
    ['opened within a sentence', ['Il a dit: "Un.', '"Deux."'], ['Il a dit: «Un.', '"Deux."']],
    ['closed before words', ['"Un.', '"Deux", dit-il.'], ['«Un.', '"Deux", dit-il.']],
    ['closed paragraphs later', ['"Un.', 'Deux.', 'Trois."'], ['«Un.', '«Deux.', '«Trois.»']],
    ['opened twice, closed by a mark alone', ['"Un.', '"Deux.', 'Trois."'], ['«Un.', '«Deux.', '«Trois.»']],
    [
      'opened again after a paragraph without a mark',
      ['"Un.', 'Deux.', '"Trois.', '"Quatre."'],
      ['«Un.', '«Deux.', '«Trois.', '"Quatre."'],
    ],
    ['around a photograph', ['"Un.', '\uFFFC', 'Deux."'], ['«Un.', '\uFFFC', '«Deux.»']],
    ['with quotations within', ['"Un "et" demi.', '"Deux."'], ['«Un "et" demi.', '"Deux."']],
    [
      'two of them',
      ['"Un.', '"Deux."', 'Et.', '"Trois.', 'Quatre."'],
      ['«Un.', '"Deux."', 'Et.', '«Trois.', '«Quatre.»'],
    ],
    ['never closed', ['Il a dit: "Un.', 'Deux.'], ['Il a dit: ¤Un.', 'Deux.']],
    [
      'never closed, before another',
      ['Il a dit: "Un.', 'Et: "Deux', 'Trois."'],
      ['Il a dit: ¤Un.', 'Et: «Deux', '«Trois.»'],
    ],
    ['never closed, before a quotation later', ['"Un.', 'Deux.', '"Trois"'], ['¤Un.', 'Deux.', '"Trois"']],
    ['never opened', ['Un", dit-il.', 'Deux.'], ['Un¤, dit-il.', 'Deux.']],
    ['inches', ['Un écran de 21"', 'Deux de 5\'10".'], ['Un écran de 21"', 'Deux de 5\'10".']],
    ['French marks', ['« Un.', '« Deux. »'], ['« Un.', '« Deux. »']],
    ['no marks', ['Un.', ''], ['Un.', '']],
  ];
  for (const [name, typed, set] of rows) it(name, () => assert.deepEqual(shown(typed), set));

  it('in time that grows with the text', () => {
    joinQuotations(Array.from({ length: 50_000 }, () => '"Un. "Deux'));
    joinQuotations(['"'.repeat(200_000), 'a" '.repeat(100_000), ' "a'.repeat(100_000)]);
  });
});
