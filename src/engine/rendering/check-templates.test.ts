// What a site's owner is told of a mistake in a template.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { styleMistake } from '../../../tests/broken-sites/message-style.ts';
import { checkTemplates } from './check-templates.ts';
import { readTemplates, THEME_DIR } from './templates.ts';

function mistakeIn(text: string): string | null {
  const [problem, ...others] = checkTemplates(new Map([['partials/card.njk', text]]));
  assert.deepEqual(others, []);
  if (!problem) return null;
  assert.equal(styleMistake(problem.message), null, problem.message);
  return `${problem.line}:${problem.column} ${problem.message.replace(/[\u00a0\u202f]/g, ' ')}`;
}

const ROWS: readonly (readonly [text: string, said: RegExp])[] = [
  ['a\n{% if %}x', /^2:7 Ce gabarit n’est pas correct ici, à la ligne « \{% if %\}x »/],
  ['a\n {% if a %}x', /^2:2 La balise « \{% if a %\} » n’est jamais fermée\. Ajoutez « \{% endif %\} »/],
  ['{% for x in y %}{% if a %}{% endif %}', /^1:1 .*Ajoutez « \{% endfor %\} »/],
  ['b\n\n  {{ titre', /^3:3 La balise « \{\{ titre » n’est jamais fermée\. Ajoutez « \}\} »/],
  ['{{ titre\n{{ date }}', /^1:1 La balise « \{\{ titre » n’est jamais fermée/],
  ['{# une note', /^1:1 La balise « \{# une note » n’est jamais fermée\. Ajoutez « #\} »/],
  ['a\n{% endif %}', /^2:4 La balise « \{% endif %\} » ne ferme rien ici/],
  ['{% si a %}', /^1:4 La balise « \{% si %\} » ne ferme rien ici, ou n’existe pas/],
  ['{% if a = b %}{% endif %}', /^1:11 Ce gabarit n’est pas correct ici/],
  ['{{ a | }}', /^1:8 /],
  ['{% block a %}{% endblock %}{% block a %}{% endblock %}', /^1:1 .*defined more than once/],
  ['a {% include "partials/carte.njk" %}', /^1:15 Le gabarit « partials\/carte\.njk » n’existe pas/],
];

describe('a mistake in a template', () => {
  for (const [text, said] of ROWS)
    it(`${JSON.stringify(text)} is named`, () => assert.match(mistakeIn(text) ?? '', said));
});

describe('no mistake is seen in', () => {
  it('a template that compiles', () => {
    for (const text of [
      '',
      'a }} b',
      '{% raw %}{{ {% {% endraw %}',
      '{# {{ #}',
      '{% include "x.njk" ignore missing %}',
    ])
      assert.equal(mistakeIn(text), null, text);
  });

  it('a page of Eleventy’s with a tag of the owner’s', () => {
    assert.deepEqual(checkTemplates(new Map([['eleventy/equipe.njk', '{% salut "Léa" %}']])), []);
  });

  it('the project’s own theme', () => assert.deepEqual(checkTemplates(readTemplates(THEME_DIR)), []));
});

it('no text makes the check throw, and every place is in the file', () => {
  const piece = fc.constantFrom(
    '{{',
    '}}',
    '{%',
    '%}',
    '{#',
    '#}',
    ' if ',
    ' endif ',
    ' for x in y ',
    'a',
    '\n',
    '"',
    ' | ',
    ' block b ',
  );
  const text = fc.array(piece, { maxLength: 12 }).map(pieces => pieces.join(''));
  fc.assert(
    fc.property(text, each => {
      for (const { line, column } of checkTemplates(new Map([['a.njk', each]]))) {
        const there = each.split('\n')[line - 1];
        assert.ok(there !== undefined && column >= 1 && column <= there.length + 1, `${line}:${column}`);
      }
    }),
  );
});
