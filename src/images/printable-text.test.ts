import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { printableText } from './printable-text.ts';

/** A font with the letters of western Europe. */
const covers = (character: string): boolean => /^(?:[\u0020-\u024f\u2010-\u203a]|\u0301)+$/.test(character);
const printable = (text: string): string => printableText(text, covers);

describe('what a font has no letters for', () => {
  it('leaves with its brackets', () => {
    assert.equal(printable('Zhang Yimou (张艺谋) à Cannes'), 'Zhang Yimou à Cannes');
    assert.equal(printable('Le film [«\u00a0归来\u00a0»], à Cannes'), 'Le film, à Cannes');
    assert.equal(printable('Li Na (李·娜) gagne'), 'Li Na gagne');
  });

  it('leaves from a bracket that says more', () => {
    assert.equal(printable('Zhang (张艺谋, né à Xi’an) revient'), 'Zhang (né à Xi’an) revient');
    assert.equal(printable('Le prix (prix Nobel 诺贝尔) de l’année'), 'Le prix (prix Nobel) de l’année');
  });

  it('leaves no blank, comma or colon where it stood', () => {
    assert.equal(printable('À voir\u00a0: 归来'), 'À voir');
    assert.equal(printable('归来, le nouveau film'), 'le nouveau film');
    assert.equal(printable('Le mot 山 , qui veut dire montagne'), 'Le mot, qui veut dire montagne');
  });

  it('is everything, when most of the text is in such letters', () => {
    assert.equal(printable('张艺谋携《归来》亮相2014戛纳电影节'), '');
    assert.equal(printable('Путин в Пекине, 2014'), '');
  });
});

describe('a sign that a font lacks', () => {
  it('is written out when there is a plain way to write it', () => {
    assert.equal(printable('23\u00a0℃, n° 1, oﬃce'), '23\u00a0°C, n° 1, office');
    assert.equal(printable('Ｇ２０'), 'G20');
  });

  it('is its letter alone when it has it without the accents', () => {
    assert.equal(printable('Trần Đại Quang'), 'Tran Đai Quang');
  });

  it('is left out when it shows nothing anyway', () => {
    assert.equal(printable('anti\u00adconsti\u200btution\ufeff'), 'anticonstitution');
  });
});

describe('a text that the font has whole', () => {
  it('stays as it is, no-break spaces and all', () => {
    const text = 'Il l’a dit\u00a0: «\u00a0Où (donc)\u202f?\u00a0» – enfin';
    assert.equal(printable(text), text);
  });

  it('never gets a character that the font lacks, whatever it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        assert.ok([...printable(text)].every(covers), JSON.stringify(printable(text)));
      }),
    );
  });
});
