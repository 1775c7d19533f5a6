// What a site's owner is told of a mistake in a template.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { styleMistake } from '../../../tests/broken-sites/message-style.ts';
import { checkTemplates } from './check-templates.ts';
import { ELEVENTY_FILTERS } from './owner-filters.ts';
import { readTemplates, THEME_DIR } from './templates.ts';

const ADDED = { everywhere: new Set(['crier']), inEleventy: new Set(ELEVENTY_FILTERS) };

function mistakeIn(text: string): string | null {
  const [problem, ...others] = checkTemplates(new Map([['archive/card.njk', text]]), ADDED);
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
  [
    'a\n {{ x | inconnu }}',
    /^2:9 Le filtre « inconnu » n’existe pas\. Corrigez son nom, ou ajoutez-le avec « addFilter »/,
  ],
  ['{{ x | uper | crier }}', /^1:8 Le filtre « uper » n’existe pas\. Vouliez-vous dire « upper » \?/],
  [
    '{% filter criez %}a{% endfilter %}',
    /^1:11 Le filtre « criez » n’existe pas\. Vouliez-vous dire « crier » \?/,
  ],
  ['{{ "/a/" | url }}', /^1:12 Le filtre « url » n’est connu que d’Eleventy/],
  [
    '{% if a is defind %}{% endif %}',
    /^1:12 Le test « is defind » n’existe pas\. Vouliez-vous dire « defined » \?/,
  ],
  ['{% if a is divisible(3) %}{% endif %}', /^1:12 Le test « is divisible » n’existe pas/],
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
      '{{ x | crier }} {{ y | upper | safe }} {{ "a | inconnu" }} {{ r/a|inconnu/g }}',
      '{% raw %}{{ x | inconnu }}{% endraw %}{# {{ x | inconnu }} #}',
      '{% if a is divisibleby(3) and b is not defined and c is mapping %}{% endif %}',
      '{% include "x.njk" ignore missing %}',
    ])
      assert.equal(mistakeIn(text), null, text);
  });

  it('a page of Eleventy’s with a tag of the owner’s', () => {
    assert.deepEqual(checkTemplates(new Map([['eleventy/equipe.njk', '{% salut "Léa" %}']]), ADDED), []);
  });

  it('a filter of Eleventy’s in what Eleventy alone renders', () => {
    const texts = new Map([
      ['archive/article.njk', '{% extends "layouts/base.njk" %}'],
      ['layouts/base.njk', ''],
      ['eleventy/equipe.njk', '{% include "partials/equipe.njk" %}{{ "/a/" | url }}'],
      ['partials/equipe.njk', '{{ x | slugify }}'],
    ]);
    assert.deepEqual(checkTemplates(texts, ADDED), []);
  });

  it('a filter of nobody’s where the settings may add any', () => {
    assert.deepEqual(checkTemplates(new Map([['archive/a.njk', '{{ x | inconnu }}']]), null), []);
  });

  it('the project’s own theme', () => assert.deepEqual(checkTemplates(readTemplates(THEME_DIR), ADDED), []));
});

it('Eleventy’s own filters are those that its settings add', () => {
  const settings = readFileSync(
    join(import.meta.dirname, '../../../node_modules/@11ty/eleventy/src/defaultConfig.js'),
    'utf8',
  );
  const added = [...settings.matchAll(/\.addFilter\(\s*"(\w+)"/g)].map(match => match[1]!);
  assert.ok(added.length > 6);
  assert.deepEqual(
    added.filter(name => !ELEVENTY_FILTERS.includes(name)),
    [],
  );
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
      for (const { line, column } of checkTemplates(new Map([['a.njk', each]]), ADDED)) {
        const there = each.split('\n')[line - 1];
        assert.ok(there !== undefined && column >= 1 && column <= there.length + 1, `${line}:${column}`);
      }
    }),
  );
});
