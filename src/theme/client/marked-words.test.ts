import assert from 'node:assert/strict';
import { test } from 'node:test';
import { wordsIn } from '../../search/words.ts';
import { excerptOf, soughtTerm } from './marked-words.ts';

const sought = { terms: new Set(['election', 'maire', '13h43', 'xxie']), beginnings: ['nime'] };

test('a word is known as sought in every form, and by its beginning where that was sought', () => {
  const known = wordsIn('Élection du MAIRE, à 13 h 43 ; un Nîmeen du XXIème siècle').map(word =>
    soughtTerm(word, sought),
  );
  assert.deepEqual(known, ['election', null, null, null, '13h43', null, 'nime', null, 'xxie', null]);
});

test('an excerpt is the piece of the text with most of the sought words, from word to word', () => {
  const filler = 'rien de tel ici '.repeat(40);
  const text = `Une élection. ${filler}Le jour dit, à 13 h 43, l’élection eut lieu. ${filler}`;
  const excerpt = excerptOf(text, sought)!;
  assert.match(excerpt, /^… .*13 h 43, l’élection eut lieu.* …$/);
  assert.ok(excerpt.length <= 210, `${excerpt.length}`);
  assert.equal(excerptOf('Une élection.', sought), 'Une élection.');
  assert.equal(excerptOf('Rien de tel.', sought), null);
  assert.equal(excerptOf('', sought), null);
});
