import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { styleMistake } from '../../tests/broken-sites/message-style.ts';
import { howMany } from '../../tests/soak/how-many.ts';
import { hashOf } from '../hash/hash.ts';
import { readCaptions } from './read-captions.ts';

const encode = (text: string) => new TextEncoder().encode(text);

/** null when browsers will show all captions; otherwise the message. */
function mistakeIn(text: string | Uint8Array): string | null {
  const read = readCaptions(typeof text === 'string' ? encode(text) : text, 'port.vtt');
  if (read.ok) return null;
  const { rule, message } = read.mistake;
  assert.equal(rule, 'bad-captions');
  assert.equal(styleMistake(message), null, message);
  return message.replace(/[\u00a0\u202f]/g, ' ');
}

const CUE = '00:01.000 --> 00:04.000\nLe quai rouvre.\n';

describe('captions in WebVTT', () => {
  it('pass with all that the format has', () => {
    const text = `\ufeffWEBVTT - Reportage au port
Kind: captions
Language: fr

STYLE
::cue { color: white }

REGION
id:bas

NOTE
Relu par la rédaction,
le 20 mai.

1
00:00:01.000 --> 00:00:04.000 line:0 align:start
<v Nadia>Le quai rouvre
ce matin.

grue
00:00:04.000\t-->\t100:00:04.001
– Déjà ?
– Oui.

NOTE fin
`;
    assert.equal(mistakeIn(text), null);
    assert.equal(mistakeIn(text.replaceAll('\n', '\r\n')), null);
  });

  it('may overlap, and begin together', () => {
    assert.equal(mistakeIn(`WEBVTT\n\n${CUE}\n00:01.000 --> 00:02.000\nBruit\n`), null);
  });

  it('have the hash of the file that is served', () => {
    const bytes = encode(`WEBVTT\n\n${CUE}`);
    assert.deepEqual(readCaptions(bytes, 'port.vtt'), { ok: true, captions: { hash: hashOf(bytes) } });
  });
});

describe('the message about a mistake in captions gives its line', () => {
  const rows: readonly (readonly [title: string, text: string, line: number, words: string])[] = [
    ['without a first line', CUE, 1, 'commence par « WEBVTT »'],
    ['with another word there', `WEBVTTS\n\n${CUE}`, 1, 'commence par « WEBVTT »'],
    ['in SubRip', `1\n00:00:01,000 --> 00:00:04,000\nLe quai.\n`, 1, 'au format SubRip'],
    ['without an empty line below the first', `WEBVTT\n${CUE}`, 2, 'il faut une ligne vide'],
    ['without any caption', 'WEBVTT\n\nNOTE rien\n', 1, 'aucun sous-titre'],
    [
      'with the comma of SubRip',
      `WEBVTT\n\n${CUE}\n00:05,000 --> 00:06,000\nOui.\n`,
      6,
      '« 00:05,000 --> 00:06,000 »',
    ],
    ['with a minute of 60', 'WEBVTT\n\n60:01.000 --> 61:04.000\nNon.\n', 3, 'sont mal écrits'],
    ['with too few decimals', 'WEBVTT\n\n00:01.00 --> 00:04.00\nNon.\n', 3, 'trois décimales'],
    ['without spaces', 'WEBVTT\n\n00:01.000-->00:04.000\nNon.\n', 3, 'sont mal écrits'],
    ['that ends before it begins', 'WEBVTT\n\n1\n00:04.000 --> 00:01.000\nNon.\n', 4, 'avant de commencer'],
    ['that lasts no time', 'WEBVTT\n\n00:04.000 --> 00:04.000\nNon.\n', 3, 'avant de commencer'],
    ['out of order', `WEBVTT\n\n00:05.000 --> 00:06.000\nOui.\n\n${CUE}`, 6, 'commence avant le précédent'],
    ['without text', 'WEBVTT\n\n00:01.000 --> 00:04.000\n\nPerdu.\n', 3, 'n’a pas de texte'],
    ['cut by an empty line', `WEBVTT\n\n${CUE}\net la foule.\n`, 6, 'et non « et la foule. »'],
    ['without an empty line between', `WEBVTT\n\n${CUE}00:05.000 --> 00:06.000\nOui.\n`, 5, 'touchent'],
    ['with styles too late', `WEBVTT\n\n${CUE}\nSTYLE\n::cue {}\n`, 6, 'le bloc « STYLE »'],
    ['with a character that can’t be seen', `WEBVTT\n\n${CUE}\u202eoui\n`, 5, 'cette ligne contient'],
  ];
  for (const [title, text, line, words] of rows) {
    it(title, () => {
      const message = mistakeIn(text) ?? 'no mistake';
      assert.ok(message.startsWith(`Fichier « port.vtt », ligne ${line} : `), message);
      assert.ok(message.includes(words), message);
    });
  }

  it('or concerns the whole file when it is empty, too large or in another encoding', () => {
    assert.match(mistakeIn('') ?? '', /« port\.vtt » est vide/);
    assert.match(mistakeIn('\n \n') ?? '', /est vide/);
    assert.match(mistakeIn(Uint8Array.of(0x57, 0xe9)) ?? '', /ligne 1 : ce fichier n’est pas en UTF-8/);
    assert.match(mistakeIn(new Uint8Array(600_000)) ?? '', /fait 586 Kio, pour 512 au plus/);
  });
});

it('no text makes the reader of captions throw', () => {
  const piece = fc.constantFrom(
    'WEBVTT',
    'NOTE',
    'STYLE',
    '\n',
    '\n\n',
    ' --> ',
    '00:01.000',
    '99:99.999',
    'a',
    ' ',
  );
  const text = fc.oneof(
    fc.string(),
    fc.array(piece, { maxLength: 20 }).map(pieces => pieces.join('')),
  );
  fc.assert(
    fc.property(text, each => {
      mistakeIn(each);
      mistakeIn(`WEBVTT\n\n${each}`);
    }),
    howMany('bytes of texts'),
  );
});
