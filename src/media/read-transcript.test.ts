import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { styleMistake } from '../../tests/broken-sites/message-style.ts';
import { readTranscript } from './read-transcript.ts';

const encode = (text: string) => new TextEncoder().encode(text);

function paragraphsOf(text: string): readonly string[] {
  const read = readTranscript(encode(text), 'port.txt');
  assert.ok(read.ok);
  return read.paragraphs;
}

function messageOf(bytes: Uint8Array): string {
  const read = readTranscript(bytes, 'port.txt');
  assert.ok(!read.ok);
  assert.equal(read.mistake.rule, 'bad-transcript');
  assert.equal(styleMistake(read.mistake.message), null, read.mistake.message);
  return read.mistake.message.replace(/[\u00a0\u202f]/g, ' ');
}

describe('a transcript', () => {
  it('is paragraphs between empty lines, set as French is printed', () => {
    assert.deepEqual(paragraphsOf('\ufeffNadia : "Déjà?"\r\n \r\n\r\nLe quai a\r\nrouvert à 9h05.\r\n'), [
      'Nadia\u00a0: «\u00a0Déjà\u202f?\u00a0»',
      'Le quai a rouvert à 9\u00a0h\u00a005.',
    ]);
  });

  it('of an article in another language stays as it is', () => {
    const read = readTranscript(encode("It's open!\n"), 'port.txt', text => text);
    assert.deepEqual(read, { ok: true, paragraphs: ["It's open!"] });
  });

  it('that holds nothing is a mistake', () => {
    assert.match(messageOf(encode(' \n\n')), /« port\.txt » est vide/);
  });

  it('that is no plain text is a mistake, which says how to save it', () => {
    assert.match(messageOf(encode('{\\rtf1\\ansi Bonjour}')), /est en RTF.*\(\.txt\), en UTF-8/);
    assert.match(messageOf(Buffer.from('Déjà', 'latin1')), /ligne 1 : ce fichier n’est pas en UTF-8/);
    assert.match(messageOf(encode('Bon\0jour')), /ligne 1 : cette ligne contient/);
  });
});
