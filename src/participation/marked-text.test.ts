import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { markedText } from './marked-text.ts';

const marks = (text: string, words: readonly string[]): string =>
  markedText(text, words)
    .map(({ text: part, marked }) => (marked ? `[${part}]` : part))
    .join('');

describe('the words that editors watch for', () => {
  it('are marked where they begin a word, whatever its capitals and accents', () => {
    assert.equal(marks('Quelle ARNAQUE, des arnaques !', ['arnaque']), 'Quelle [ARNAQUE], des [arnaques] !');
    assert.equal(marks('Un enculé et un barnaque', ['encule', 'arnaque']), 'Un [enculé] et un barnaque');
  });

  it('leave the text whole', () => {
    assert.equal(marks('Rien.', []), 'Rien.');
    assert.equal(marks('<b> & "x"\n\nb', ['b', '']), '<[b]> & "x"\n\n[b]');
  });
});
