import assert from 'node:assert/strict';
import { it } from 'node:test';
import fc from 'fast-check';
import { howMany } from '../../../tests/soak/how-many.ts';
import { lineTypesetterOf } from '../../typography/typeset-line.ts';
import { checkBody } from '../check/check-body.ts';
import { lineMistake } from '../line-mistake.ts';
import { onOneLine } from '../one-line.ts';
import { renderBody } from './render-body.ts';

const words = fc.constantFrom('port', 'navire', 'grue', 'mardi', 'quai', 'marin', 'soir', 'matin', 'ville');
const marks = fc.constantFrom(
  ...['\n', '\n', '\n\n', '\n\n', '    ', '\t', ', ', '. ', ' : ', ' « ', ' » ', '"', '“', '”', ' (', ') '],
  ...['**', '**', '_', '__', '~~', '*', '`', '\\', '- ', '-', '+ ', '* ', '> ', '• ', '– ', '— '],
  ...['1986. ', '12. ', '5 % ', '## ', '##', '# ', '\n---\n', '\n===\n', '{#', '}', '[ ] ', '\n```\n'],
  ...['[', ']', '](/1/)', '] (/1/)', '](https://1.2/)', '](1.2.3 4)', '![', '](1.jpg)', '](1.jpg "', '")'],
  ...['](1.jpg « ', ' »)', '][', '|', '|\n|---|---|\n', '\n|', '{% ', ' %}', '{{< ', ' >}}', '[^', '^['],
  ...["'", '\u2019', '\u00A0', '\u202F', '\\"', '\\«', '« : « ', ' » ', '3. ', '2. ', '- 3 % ', '-2 % '],
  ...['(', ')[https://1.2/', '<www.', '>', '[[', ']]', '->', '{{{', '}}}', '[/1]', '#1 ', '\n» ', '...', '&'],
);
const texts = fc
  .array(
    fc.oneof({ weight: 3, arbitrary: words.map(word => `${word} `) }, words, { weight: 2, arbitrary: marks }),
    {
      maxLength: 24,
    },
  )
  .map(pieces => pieces.join(''));

/** A line as a field or a caption has it. */
const lines = texts.map(text => onOneLine(text.replaceAll('\n', ' ')));

/** All letters in a row: marks may part words that a page shows as one. */
function lettersOf(text: string): string {
  return text.replaceAll(/[^a-z]/g, '');
}

/** Addresses hold no word of ours but `jpg`, `https` and `www`. */
function typedLetters(body: string): string {
  return lettersOf(body.replaceAll(/https|jpg|www/g, ''));
}

/** The words that readers see or hear, in their order; the title of a link is told after its words. */
function shownLetters(html: string): string {
  const told = html
    .replaceAll(/<a [^>]*title="([^"]*)"[^>]*>(.*?)<\/a>/gs, '$2 $1 ')
    .replaceAll(/<img [^>]*alt="([^"]*)"(?:[^>]*title="([^"]*)")?[^>]*>/g, '$1 $2 ')
    .replaceAll('<h2 id="notes">Notes</h2>', '')
    .replaceAll(/<[^>]*>/g, '')
    .replaceAll(/&[a-z]+;/g, ' ');
  return lettersOf(told.replaceAll(/https|jpg|www/g, ''));
}

function shown(body: string): string {
  return renderBody(body, {
    lang: null,
    place: { baseUrl: 'https://a.fr', typedFolder: '' },
    picture: () => null,
    linkedFile: () => null,
  });
}

/** Notes are read at the end. */
const MOVES_WORDS = /\[\^|\^\[/;

it('of ordinary words with any marks between them nothing is lost, doubled or moved, unless a problem says so', () => {
  fc.assert(
    fc.property(texts, body => {
      if (checkBody(body, 1).length > 0) return;
      const letters = shownLetters(shown(body));
      const typed = typedLetters(body);
      if (MOVES_WORDS.test(body)) assert.equal([...letters].sort().join(''), [...typed].sort().join(''));
      else assert.equal(letters, typed);
    }),
    howMany('article bodies'),
  );
});

it('of titles and captions neither', () => {
  const typeset = lineTypesetterOf(null);
  fc.assert(
    fc.property(lines, line => {
      if (lineMistake(line) !== null) return;
      assert.equal(lettersOf(typeset(line)), lettersOf(line));
      assert.doesNotMatch(typeset(line), /\uFFFC/);
      const body = `![quai](1.jpg "${line}")`;
      if (checkBody(body, 1).length > 0) return;
      assert.equal(shownLetters(shown(body)), typedLetters(body));
    }),
    howMany('article bodies'),
  );
});
