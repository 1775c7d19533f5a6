import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stemOf } from './stem.ts';

/** Forms of one word. */
const ALIKE: readonly string[] = [
  'election elections',
  'negocier negocie negociee negocies negocient negociaient negociation negociations',
  'liberer libere liberee liberes liberation liberera',
  'voter vote votes votait',
  'etranger etrangere etrangeres etrangers',
  'premier premiere premiers premieres',
  'europeen europeenne europeens europeennes',
  'italien italienne italiennes',
  'national nationale nationaux nationales',
  'cheval chevaux',
  'bateau bateaux',
  'actif active actives',
  'dangereux dangereuse dangereuses',
  'economie economique economies economiste',
  'directeur directrice directrices',
  'president presidente presidents presidence',
  'investir investissement investissements investissait',
  'gouvernement gouvernements gouverner',
  'reunir reuni reunie reunis reunissent',
  'croissance croissant croissante',
  'arriver arrive arrivee arrivait',
  'produit produits produire',
  'manoeuvre manoeuvres',
  'chinois chinoise chinoises',
  'danois danoise danoises',
  'francais francaise francaises',
  'thailandais thailandaise thailandaises',
];

/** Other words, however near. */
const APART: readonly string[] = [
  'parlement parler',
  'police politique',
  'tour tourisme',
  'nation national',
  'enfant enfer',
  'station statue',
  'chine chimie',
  'lait laine',
  'chine chinois',
];

test('all forms of a word have one stem', () => {
  for (const forms of ALIKE) {
    const stems = new Set(forms.split(' ').map(stemOf));
    assert.equal(stems.size, 1, `${forms}: ${[...stems].join(' ')}`);
  }
});

test('other words have another one', () => {
  for (const words of APART) {
    const stems = words.split(' ').map(stemOf);
    assert.equal(new Set(stems).size, stems.length, `${words}: ${stems.join(' ')}`);
  }
});

test('short words and what holds figures stay as they are', () => {
  for (const word of ['ise', 'co2', '13h43', '67e', '2077', 'g7']) assert.equal(stemOf(word), word);
});
