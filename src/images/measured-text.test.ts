import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { fitLine, fitText } from './measured-text.ts';

/** As if every character, blanks among them, were half as wide as the type is high. */
const measure = (text: string, size: number): number => (text.length * size) / 2;
const SIZES = [
  { size: 40, lines: 2 },
  { size: 20, lines: 3 },
];
/** 10 characters of 40 pixels, 20 of 20. */
const WIDTH = 200;
const fit = (text: string) => fitText(text, WIDTH, SIZES, measure);

describe('a headline on a card', () => {
  it('is as large as it fits', () => {
    assert.deepEqual(fit('Le yuan monte'), { size: 40, lines: ['Le yuan', 'monte'] });
    assert.deepEqual(fit('Le yuan apprend à baisser'), { size: 20, lines: ['Le yuan apprend', 'à baisser'] });
  });

  it('has lines of about the same length, not a full one and a lone word', () => {
    assert.deepEqual(fit('une deux trois quatre six').lines, ['une deux trois', 'quatre six']);
  });

  it('has no line that ends in a word that belongs to the next', () => {
    assert.deepEqual(fit('Un départ de Marseille').lines, ['Un départ', 'de Marseille']);
  });

  it('breaks at no space that holds what it stands between', () => {
    assert.deepEqual(fit('«\u00a0Partez\u00a0» vite\u202f!').lines, ['«\u00a0Partez\u00a0»', 'vite\u202f!']);
    assert.deepEqual(fit('Deux millions soit 2\u202f000\u202f000').lines, [
      'Deux millions',
      'soit 2\u202f000\u202f000',
    ]);
  });

  it('has a word that is wider than the card in parts, with hyphens', () => {
    assert.deepEqual(fit('Anticonstitutionnellement').lines, ['Anticonstitutionnel-', 'lement']);
    assert.deepEqual(fit('Villeneuve-Saint-Georges').lines, ['Villeneuve-Saint-', 'Georges']);
  });

  it('ends in an ellipsis when it has no room, and not in a comma before one', () => {
    const { size, lines } = fit(
      'Un, deux, trois, quatre, cinq, six, sept, huit, neuf, dix, onze, douze et treize',
    );
    assert.equal(size, 20);
    assert.equal(lines.join(' '), 'Un, deux, trois, quatre, cinq, six, sept, huit, neuf…');
  });

  it('is nothing when it is empty', () => {
    assert.deepEqual(fit('').lines, []);
  });

  it('never has a line that is too wide, nor too many of them, whatever it says', () => {
    const text = fc.array(fc.string({ maxLength: 45 }), { maxLength: 30 }).map(words => words.join(' '));
    fc.assert(
      fc.property(text, text => {
        const { size, lines } = fit(text);
        assert.ok(lines.length <= SIZES.find(each => each.size === size)!.lines);
        for (const line of lines) assert.ok(measure(line, size) <= WIDTH, JSON.stringify(line));
      }),
    );
  });

  it('keeps all its words, in order, when it fits', () => {
    const word = fc.stringMatching(/^[a-z]{1,9}$/);
    fc.assert(
      fc.property(fc.array(word, { maxLength: 5 }), words => {
        assert.deepEqual(fit(words.join(' ')).lines.join(' '), words.join(' '));
      }),
    );
  });
});

describe('a name on one line', () => {
  it('is smaller when it is long, and cut when it is longer still', () => {
    const sizes = [40, 20];
    assert.deepEqual(fitLine('Quotidien', WIDTH, sizes, measure), { size: 40, lines: ['Quotidien'] });
    assert.equal(fitLine('Quotidien du soir', WIDTH, sizes, measure).size, 20);
    assert.deepEqual(fitLine('Le quotidien du soir de Pékin', WIDTH, sizes, measure).lines, [
      'Le quotidien du…',
    ]);
  });
});
