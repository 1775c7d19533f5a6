// An article's fields get new values however they are typed, and the lines around them stay.
import assert from 'node:assert/strict';
import { it } from 'node:test';
import fc from 'fast-check';
import { howMany } from '../../tests/soak/how-many.ts';
import type { Article } from './article.ts';
import { readArticle } from './read-article.ts';
import { type FieldChanges, rewriteFields, typedText } from './rewrite-fields.ts';

const RULES = { timeZone: 'Asia/Shanghai' };
const ADDRESS = '/chine/2014/05/20/port.html';

const quotes = fc.constantFrom('', '"', "'");
const comment = fc.constantFrom('', ' # à revoir', '   #', '\t# vu');
const lineEnd = fc.constantFrom('\n', '\r\n', '\r');
const around = fc.array(
  fc.constantFrom('', '# un mot', 'place: Pékin', 'topics: [a, b]', 'map: { place: X, at: [1, 2] }'),
  {
    maxLength: 3,
  },
);

/** A field's line, its value in any quotes and before any comment. */
function field(name: string, value: string): fc.Arbitrary<readonly string[]> {
  return fc
    .tuple(quotes, comment, fc.constantFrom('', ' ', '  '))
    .map(([quote, note, blanks]) => [`${name}:${blanks} ${quote}${value}${quote}${note}`]);
}

const aliases: fc.Arbitrary<readonly string[]> = fc.oneof(
  fc.constant([]),
  fc.constant(['aliases: []']),
  fc.tuple(quotes, comment).map(([quote, note]) => [`aliases: [${quote}/a/${quote}, /b.html ]${note}`]),
  fc
    .tuple(quotes, comment)
    .map(([quote, note]) => ['aliases:', '  - /a/', `  -  ${quote}/b.html${quote}${note}`]),
  fc
    .tuple(fc.constantFrom('', ','), comment)
    .map(([last, note]) => ['aliases: [', '    /a/,', `    /b.html${last}${note}`, '  ]']),
);

const typed = fc
  .tuple(
    fc
      .tuple(field('section', 'chine'), field('date', '2014-05-20T13:43'), aliases, around)
      .chain(parts => fc.shuffledSubarray(parts, { minLength: parts.length, maxLength: parts.length })),
    lineEnd,
    fc.constantFrom('', '\uFEFF'),
  )
  .filter(([parts]) => {
    const names = parts.flat().flatMap(line => /^\w+(?=:)/.exec(line) ?? []);
    return new Set(names).size === names.length;
  })
  .map(([parts, end, mark]) => {
    const lines = [
      '---',
      'title: Le port',
      'source: Xinhua',
      ...parts.flat(),
      '---',
      '',
      'Le cafe\u0301.',
      '',
    ];
    return mark + lines.join(end);
  });

function read(text: string): Article {
  const found = readArticle('articles/port.md', Buffer.from(text), RULES);
  assert.ok(found.ok, found.ok ? '' : `${JSON.stringify(text)} ${JSON.stringify(found.problems)}`);
  return found.value.article;
}

/** Those that the change has nothing to do with. */
function otherLines(text: string): readonly string[] {
  return text
    .split(/(?<=\r\n|\n|\r(?!\n))/)
    .filter(line => !/^(?:section|date|aliases)|\/b\.html|\/chine\//.test(line));
}

it('a section, a date and one more old address can be written into any front matter, and the address taken from it', () => {
  fc.assert(
    fc.property(typed, text => {
      const before = read(text);
      const changes: FieldChanges = {
        section: 'sport',
        date: '21.05.2014 9h05',
        alias: { kind: 'add', address: ADDRESS },
      };
      const after = rewriteFields(typedText(Buffer.from(text)), changes);
      assert.notEqual(after, null, JSON.stringify(text));
      const { section, day, aliases } = read(after!);
      assert.deepEqual(
        { section, day, aliases },
        { section: 'sport', day: '2014-05-21', aliases: [...before.aliases, ADDRESS] },
      );
      assert.deepEqual(otherLines(after!), otherLines(text));
      const without = rewriteFields(after!, { alias: { kind: 'remove', index: before.aliases.length } });
      assert.notEqual(without, null, JSON.stringify(after));
      assert.deepEqual(read(without!).aliases, before.aliases, JSON.stringify(without));
    }),
    howMany('fields of articles'),
  );
});
