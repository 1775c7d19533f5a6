import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { howMany } from '../../tests/soak/how-many.ts';
import { typesetFrench } from './french.ts';
import { typesetPieces } from './typeset-pieces.ts';

const visible = (text: string): string => text.replaceAll('\u00A0', '~').replaceAll('\u202F', '_');

describe('a sentence that markup cuts is typeset as a whole', () => {
  const rows: readonly (readonly [string, string])[] = [
    ['mot|!', 'mot|_!'],
    ['mot| !', 'mot|_!'],
    ['mot |!', 'mot_|!'],
    ['"|mot|"', '«~|mot|~»'],
    ['Il dit: "|oui|" et "|non|"...', 'Il dit~: «~|oui|~» et «~|non|~»…'],
    ["l'|an", 'l’|an'],
    ['10|%', '10|~%'],
    ['la 2ème| place', 'la 2e| place'],
    ['la 1ère| place|!', 'la 1re| place|_!'],
    ['la 3ième| place', 'la 3e| place'],
    ['a -- b| c', 'a – b| c'],
    ['etc...|fin', 'etc…|fin'],
    ['rien| à |dire', 'rien| à |dire'],
    ['Le | mot', 'Le | mot'],
    ['2.077 km|\n|de route', '2_077~km|\n|de route'],
    ['la 2i|ème fois', 'la 2|e fois'],
  ];
  for (const [typed, set] of rows) {
    it(`${typed} → ${set}`, () => assert.equal(visible(typesetPieces(typed.split('|')).join('|')), set));
  }

  it('at any cuts, the whole reads as if there were none', () => {
    const piece = fc.array(
      fc.constantFrom(...'«»"“”\'.,;:!? -\u00A0ab12é', '...', 'ème', 'ère', '13h43', '--'),
      {
        maxLength: 8,
      },
    );
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 6 }), lists => {
        const pieces = lists.map(list => list.join(''));
        const set = typesetPieces(pieces);
        assert.equal(set.length, pieces.length);
        assert.equal(set.join(''), typesetFrench(pieces.join('')));
      }),
      howMany('French texts'),
    );
  });
});
