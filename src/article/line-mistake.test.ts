import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { lineTypesetterOf } from '../typography/typeset-line.ts';
import { lineMistake } from './line-mistake.ts';
import { onOneLine } from './one-line.ts';

describe('a line for readers has no code', () => {
  const refused: readonly (readonly [line: string, words: string])[] = [
    ['Tom &amp; Jerry', 'le signe lui-même (&)'],
    ['L&#39;an', "le signe lui-même (')"],
    ['Caf&eacute;', 'le signe lui-même (é)'],
    ['10&nbsp;%', 'une espace'],
    ['Le <em>Titanic</em>', '<em>'],
    ['Le<br/>port', '<br/>'],
    ['<!-- brouillon --> Le port', '<!--'],
    ['<a href="/x">Le port</a>', '<a href="/x">'],
    ['Le _Titanic_ coule', '_Titanic_'],
    ['Le *Titanic* coule', '*Titanic*'],
    ['**Note :** le port', '**Note :**'],
    ['Un ~~mot~~ barré', '~~mot~~'],
    ['Le [port](/chine/)', '[port](/chine/)'],
    ['La commande `ls`', '`ls`'],
    ['Il dit "oui', '"oui'],
    ['Je pars", dit-il', '", dit-il'],
    ['Il dit « oui', '«\u00A0oui'],
    ['Je pars ”, dit-il « non', '«\u00A0non'],
    ['Je pars », dit-il', '», dit-il'],
  ];
  for (const [line, words] of refused) {
    it(`${line} is told`, () => {
      const message = lineMistake(line)?.message ?? '';
      assert.ok(message.includes(words), message);
      assert.match(message, /\\/, 'the message has the escape');
    });
  }

  const accepted = [
    ...[
      'AT&T',
      'R&D; suite',
      'Tom & Jerry',
      '&rien;',
      'a < b et c > d',
      'I <3 Paris',
      'M*A*S*H',
      '5 * 3 * 2',
    ],
    ...[
      'snake_case_nom',
      'taxes* et prix*',
      '@_nom_',
      'https://exemple.fr/_a_',
      'Le « port »',
      '"Oui", dit-il',
    ],
    ...['Un écran de 21"', '5\'10"', '[Vidéo] Le port (bis)', '~100 personnes, ~200 autres', 'Prix : 3 `'],
    ...['Tom \\&amp; Jerry', 'Le \\<em>', 'Le \\_Titanic\\_', '\\*\\*', 'Un \\"seul'],
    ...['Un \\« seul', 'Lire la suite »', 'Le « “port” »', 'Le „Wort“'],
  ];
  for (const line of accepted) it(`${line} is right`, () => assert.equal(lineMistake(line), null));

  it('takes time in proportion to the line', () => {
    for (const piece of ['*a ', '_', '[', '[a](', '`', '<b ', '&a', '~~a', '"a ', '**a_'])
      lineMistake(piece.repeat(100_000));
  });
});

describe('escapes in a line', () => {
  const rows: readonly (readonly [typed: string, shown: string])[] = [
    ['Yahoo\\! ouvre', 'Yahoo! ouvre'],
    ['Tom \\&amp; Jerry', 'Tom &amp; Jerry'],
    ['Le \\_Titanic\\_: oui', 'Le _Titanic_\u00A0: oui'],
    ['Un \\"seul?', 'Un "seul\u202F?'],
    ['C:\\Temp', 'C:\\Temp'],
    ['a\\\\b', 'a\\b'],
    ['Un \\« seul;', 'Un « seul\u202F;'],
    ['2.077 \\$', '2\u202F077 $'],
  ];
  for (const [typed, shown] of rows) {
    it(`${typed} → ${shown}`, () => assert.equal(lineTypesetterOf(null)(typed), shown));
  }

  it('are resolved in other languages too', () =>
    assert.equal(lineTypesetterOf('en')('Yahoo\\!?'), 'Yahoo!?'));
});

it('characters that nobody sees are taken out of a line', () => {
  assert.equal(onOneLine('Le télé\u00adphone\u200b, \u2060ici\n là'), 'Le téléphone, ici là');
  assert.equal(onOneLine('نمی\u200cدانم'), 'نمی\u200cدانم', 'Persian needs its joiners');
});
